# METADATA
# title: Accuracy, robustness and cybersecurity have an appropriate level
# description: >-
#   The levels are set for the intended purpose and hold through the lifecycle. Where measured values are declared, each was measured for the
#   released version after its threshold was set, lies within it, and is what the instructions for use state.
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
import data.aiact.lib.measured

default applicable := "undetermined"

applicable := duty.applies("AIA-15-1")

default satisfied := false

satisfied if {
	evidence.proven("accuracy-robustness", _written)
	measured.holds(_measured)
}

_written := evidence.elements("accuracy-robustness", "AIA-15-1")

_measured := measured.elements("accuracy-robustness")

elements := array.concat(_written, _measured)

reasons := evidence.reasons("accuracy-robustness", _written) | evidence.told(_measured)
