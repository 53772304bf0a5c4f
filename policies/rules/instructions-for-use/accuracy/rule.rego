# METADATA
# title: The instructions declare the levels of accuracy
# description: >-
#   The measured accuracy and its metrics stand where deployers look for them.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 15(3)"]
#   obligations: [AIA-15-3]
#   due: high-risk
#   severity: error
#   evidence: [evidence.instructions-for-use]
#   remediation: >-
#     Copy tested metrics into the IFU. Point evidence.instructions-for-use at the document.
package aiact.rules["instructions-for-use"].accuracy

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-15-3")

default satisfied := false

satisfied if evidence.proven("instructions-for-use", elements)

elements := evidence.elements("instructions-for-use", "AIA-15-3")

reasons := evidence.reasons("instructions-for-use", elements)
