# METADATA
# title: The documentation of a systemic-risk model covers Annex XI Section 2
# description: >-
#   Evaluation, adversarial testing and architecture are described in depth.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Annex XI Section 2"]
#   obligations: [AIA-53-1-A-SR]
#   due: gpai
#   severity: error
#   evidence: [evidence.gpai-model-documentation]
#   remediation: >-
#     Add Section 2. Point evidence.gpai-model-documentation at the document.
package aiact.rules.gpai["systemic-documentation"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-53-1-A-SR")

default satisfied := false

satisfied if evidence.proven("gpai-model-documentation", elements)

elements := evidence.elements("gpai-model-documentation", "AIA-53-1-A-SR")

reasons := evidence.reasons("gpai-model-documentation", elements)
