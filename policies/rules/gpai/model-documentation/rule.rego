# METADATA
# title: The model documentation covers Annex XI
# description: >-
#   The AI Office can ask for it, and everybody down the chain depends on it.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 53(1)(a)", "Annex XI Section 1"]
#   obligations: [AIA-53-1-A]
#   due: gpai
#   severity: error
#   evidence: [evidence.gpai-model-documentation]
#   remediation: >-
#     Fill the form per model version. Point evidence.gpai-model-documentation at the document.
package aiact.rules.gpai["model-documentation"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-53-1-A")

default satisfied := false

satisfied if evidence.proven("gpai-model-documentation", elements)

elements := evidence.elements("gpai-model-documentation", "AIA-53-1-A")

reasons := evidence.reasons("gpai-model-documentation", elements)
