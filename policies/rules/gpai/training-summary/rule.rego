# METADATA
# title: The training content is summarised in public
# description: >-
#   Rightsholders can see in the template of the AI Office what a model was trained on.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 53(1)(d)"]
#   obligations: [AIA-53-1-D]
#   due: gpai
#   severity: error
#   evidence: [evidence.training-content-summary]
#   remediation: >-
#     Publish the summary in the template with the model. Point evidence.training-content-summary at the document.
package aiact.rules.gpai["training-summary"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-53-1-D")

default satisfied := false

satisfied if evidence.proven("training-content-summary", elements)

elements := evidence.elements("training-content-summary", "AIA-53-1-D")

reasons := evidence.reasons("training-content-summary", elements)
