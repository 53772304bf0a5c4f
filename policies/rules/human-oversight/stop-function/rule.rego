# METADATA
# title: A person can understand, override and stop the system
# description: >-
#   Oversight on paper is none: each ability of the overseer is described, and tests of this release show that overriding and
#   stopping work.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 14(4)"]
#   obligations: [AIA-14-4]
#   due: high-risk
#   severity: error
#   evidence: [evidence.human-oversight]
#   remediation: >-
#     Describe (a) to (e) in evidence.human-oversight.plan and point stop and override at test reports in which they passed.
package aiact.rules["human-oversight"]["stop-function"]

import data.aiact.classify.duty
import data.aiact.lib.checks
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-14-4")

default satisfied := false

satisfied if {
	evidence.proven("human-oversight", _planned)
	evidence.complete(_tested)
}

_planned := evidence.elements("human-oversight", "AIA-14-4")

_tested := [
	checks.test("human-oversight", "override", "14(4)(d)-test"),
	checks.test("human-oversight", "stop", "14(4)(e)-test"),
]

elements := array.concat(_planned, _tested)

reasons := evidence.reasons("human-oversight", _planned) | evidence.told(_tested)
