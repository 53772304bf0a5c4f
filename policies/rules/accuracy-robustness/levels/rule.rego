# METADATA
# title: Accuracy, robustness and cybersecurity have an appropriate level
# description: >-
#   The levels are set for the intended purpose and hold through the lifecycle.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 15(1)"]
#   obligations: [AIA-15-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.accuracy-robustness]
#   remediation: >-
#     Add release tests for all three. Point evidence.accuracy-robustness at the document.
package aiact.rules["accuracy-robustness"].levels

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-15-1")

default satisfied := false

satisfied if evidence.proven("accuracy-robustness", elements)

elements := evidence.elements("accuracy-robustness", "AIA-15-1")

reasons := evidence.reasons("accuracy-robustness", elements)
