# METADATA
# title: The system resists attacks made for AI
# description: >-
#   Poisoned data, poisoned models, adversarial inputs and leaks are answered one by one. A test that is declared has to have passed for this
#   release.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 15(5)"]
#   obligations: [AIA-15-5]
#   due: high-risk
#   severity: error
#   evidence: [evidence.accuracy-robustness]
#   remediation: >-
#     Write a threat model answering the five attack classes. Point evidence.accuracy-robustness at the document.
package aiact.rules["accuracy-robustness"].cybersecurity

import data.aiact.classify.duty
import data.aiact.lib.checks
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-15-5")

default satisfied := false

satisfied if {
	evidence.proven("accuracy-robustness", _written)
	every one in _tested {
		one.state == "present"
	}
}

_written := evidence.elements("accuracy-robustness", "AIA-15-5")

_tested := checks.declared_test("accuracy-robustness", "security", "15(5)-test")

elements := array.concat(_written, _tested)

reasons := evidence.reasons("accuracy-robustness", _written) | evidence.told(_tested)
