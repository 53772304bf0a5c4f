# METADATA
# title: Tests, log retention and claims
# description: >-
#   Turns measured values into elements: a test that passed, a retention period that is long enough, a claim whose proof exists.
package aiact.lib.checks

import data.aiact.classify.facts
import data.aiact.lib.evidence

# Six months, Art. 19(1) and 26(6), counted the longest way.
six_months := 183

test(id, name, ref) := evidence.element(ref, _test_state(_value(id, name)), _value(id, name))

_test_state(value) := "present" if {
	value.state == "present"
	value.result == "passed"
} else := "insufficient" if {
	value.state == "present"
	value.result in {"failed", "skipped"}
} else := value.state if {
	is_string(value.state)
	value.state != "present"
} else := "missing"

_value(id, name) := found if {
	found := object.get(evidence.values(id), name, null)
	is_object(found)
} else := {}

retention(id, ref) := object.union(
	evidence.element(ref, _retention_state(evidence.values(id)), retention_place(id)),
	_days_note(evidence.values(id)),
)

_retention_state(values) := "present" if {
	values.retention_state == "present"
	is_number(values.retention_days)
	values.retention_days >= six_months
} else := "insufficient" if {
	values.retention_state == "present"
	is_number(values.retention_days)
} else := values.retention_state if {
	is_string(values.retention_state)
	values.retention_state != "present"
} else := "missing"

retention_place(id) := {
	"file": object.get(evidence.values(id), "retention_file", null),
	"line": object.get(evidence.values(id), "retention_line", null),
}

_days_note(values) := {"note": sprintf("%d days", [values.retention_days])} if {
	is_number(values.retention_days)
} else := {}

# One element for each of `names` that holds: its claim must come with a proof that could be read.
claims(names) := [object.union(
	evidence.element(ref, _proof(name), {}),
	{"note": sprintf("proof of %s", [name])},
) |
	some name, ref in names
	facts.f[name] == true
]

_proof(name) := found if {
	found := input.manifest.claims[name].evidence
	is_string(found)
} else := "missing"
