# METADATA
# title: The system is robust against errors and feedback loops
# description: >-
#   Faults, odd inputs and, in learning systems, its own outputs must not lead it astray. A test that is declared has to have passed for this
#   release.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 15(4)"]
#   obligations: [AIA-15-4]
#   due: high-risk
#   severity: error
#   evidence: [evidence.accuracy-robustness]
#   remediation: >-
#     Add fault tests and, for learning systems, a feedback-loop mitigation. Point evidence.accuracy-robustness at the document.
package aiact.rules["accuracy-robustness"].robustness

import data.aiact.classify.duty
import data.aiact.lib.checks
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-15-4")

default satisfied := false

satisfied if {
	evidence.proven("accuracy-robustness", _written)
	every one in _tested {
		one.state == "present"
	}
}

_written := evidence.elements("accuracy-robustness", "AIA-15-4")

_tested := checks.declared_test("accuracy-robustness", "robustness", "15(4)-test")

elements := array.concat(_written, _tested)

reasons := evidence.reasons("accuracy-robustness", _written) | evidence.told(_tested)
