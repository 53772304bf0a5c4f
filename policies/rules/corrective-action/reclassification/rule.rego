# METADATA
# title: A reclassified system is brought into compliance
# description: >-
#   When an authority finds a filtered system high-risk, all duties follow within its period.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 80(2), (4), (5), (7)"]
#   obligations: [AIA-80-4]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.ordered-action]
#   remediation: >-
#     Set the class to high-risk and run all obligations. Point evidence.ordered-action at the document.
package aiact.rules["corrective-action"].reclassification

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-80-4")

default satisfied := false

satisfied if evidence.proven("ordered-action", elements)

elements := evidence.elements("ordered-action", "AIA-80-4")

reasons := evidence.reasons("ordered-action", elements)
