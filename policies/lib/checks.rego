# METADATA
# title: Tests, log retention and claims
# description: >-
#   Turns measured values into elements: a test that passed for this release, a retention period that is long enough, a claim whose proof exists.
package aiact.lib.checks

import data.aiact.classify.facts
import data.aiact.lib.dates
import data.aiact.lib.evidence

# Six months, Art. 19(1) and 26(6): half a year, rounded up to whole days.
six_months := 183

test(id, name, ref) := found if {
	value := _value(id, name)
	note := _test_note(value)
	note != ""
	found := object.union(evidence.element(ref, _test_state(value), value), {"note": note})
} else := evidence.element(ref, _test_state(_value(id, name)), _value(id, name))

# The same where a test is welcome but not asked for: nothing is said about one that is not declared.
declared_test(id, name, ref) := [] if {
	_value(id, name) == {}
} else := [test(id, name, ref)]

_test_note(value) := note if {
	_passed(value)
	note := _too_old(value)
} else := value.note if {
	is_string(value.note)
} else := ""

_passed(value) if {
	value.state == "present"
	value.result == "passed"
}

# Why a test is older than the release. The day that the manifest gives comes first; without it, the day on which its history came to name the
# version, and then a report that was committed with the version or after it is about it. Where neither is known, nothing is.
_too_old(value) := sprintf("ran on %s, version %s is of %s", [dates.iso(value.at), _version, dates.iso(_release(value))]) if {
	is_number(value.at)
	value.at < _release(value)
}

_too_old(value) := sprintf("the report does not say when it ran, version %s is of %s", [_version, dates.iso(_release(value))]) if {
	not is_number(object.get(value, "at", null))
	is_number(_release(value))
}

_release(value) := day if {
	day := object.get(input.manifest.details, "released_on", null)
	is_number(day)
} else := day if {
	found := object.get(object.get(input, "history", {}), "released", {})
	day := found.day
	is_number(day)
	not object.get(value, "file", null) in found.since
}

_version := object.get(input.manifest, "version", "")

_test_state(value) := "stale" if {
	_passed(value)
	_too_old(value) != ""
} else := "present" if {
	_passed(value)
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

_days_note(values) := {"note": sprintf("%d days, and six months are at least %d", [values.retention_days, six_months])} if {
	is_number(values.retention_days)
	values.retention_days < six_months
} else := {"note": sprintf("%d days", [values.retention_days])} if {
	is_number(values.retention_days)
} else := {"note": values.retention_note} if {
	is_string(values.retention_note)
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
