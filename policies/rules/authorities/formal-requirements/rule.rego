# METADATA
# title: No formal requirement is missing
# description: >-
#   Marking, declaration, registration, representative and technical file are what an authority looks at first. Each is read from the
#   evidence of its own duty.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 83(1)"]
#   obligations: [AIA-83-1]
#   due: chapter-9
#   severity: error
#   evidence:
#   - evidence.ce-marking
#   - evidence.declaration-of-conformity
#   - evidence.registration
#   - evidence.authorised-representative
#   - evidence.technical-documentation
#   remediation: >-
#     Fix each item under its own rule.
package aiact.rules.authorities["formal-requirements"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-83-1")

default satisfied := false

satisfied if evidence.complete(elements)

elements := [
	_item("83(1)(a)", "ce-marking", "AIA-48-1"),
	_there("83(1)(b)", "ce-marking"),
	_there("83(1)(c)", "declaration-of-conformity"),
	_item("83(1)(d)", "declaration-of-conformity", "AIA-47-1"),
	_item("83(1)(e)", "registration", "AIA-49-1"),
	_item("83(1)(f)", "authorised-representative", "AIA-22-1"),
	_there("83(1)(g)", "technical-documentation"),
]

# A duty that does not bind leaves nothing to miss.
_item(ref, id, obligation) := evidence.element(ref, "not-applicable", {}) if {
	duty.applies(obligation) == "no"
} else := evidence.element(ref, "present", {}) if {
	evidence.proven(id, evidence.elements(id, obligation))
} else := evidence.element(ref, "missing", evidence.fact(id))

_there(ref, id) := evidence.element(ref, _state(evidence.state(id)), evidence.fact(id))

_state(found) := "present" if {
	found in {"present", "incomplete", "stale", "inconsistent"}
} else := found

reasons := evidence.told(elements)
