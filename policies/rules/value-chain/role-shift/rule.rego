# METADATA
# title: Whoever becomes provider declares it
# description: >-
#   A new name, a substantial modification or a new purpose makes an operator the provider of a high-risk system, with all its duties.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 25(1)"]
#   obligations: [AIA-25-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.value-chain]
#   remediation: >-
#     Add provider to operator.roles and record the change in evidence.value-chain, or undo the change.
package aiact.rules["value-chain"]["role-shift"]

import data.aiact.classify.duty
import data.aiact.classify.facts
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-25-1")

default satisfied := false

satisfied if {
	facts.f.role_provider == true
	evidence.proven("value-chain", elements)
}

elements := evidence.elements("value-chain", "AIA-25-1")

reasons := evidence.reasons("value-chain", elements) | _undeclared

_undeclared := set() if {
	facts.f.role_provider == true
} else := {"operator.roles does not name provider"}
