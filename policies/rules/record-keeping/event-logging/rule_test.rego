package aiact.tests["record-keeping"]["event-logging_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["record-keeping"]["event-logging"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-12-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-12-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_good := {
	"schema_state": "present", "sample_state": "present", "sample_events": 12, "sample_invalid": 0,
	"timestamps_ok": true, "has_system_version": true, "logging_disabled": false, "sample_fields": [],
}

_log(values) := given.system({}, {"record-keeping": object.union(
	given.fact("record-keeping", "present", given.answers("AIA-12-1")),
	{"values": object.union(_good, values)},
)})

test_a_log_that_fits_its_schema if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({})
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _log({})
}

test_one_invalid_event_is_too_many if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_invalid": 1})
	rule.elements[0].state == "inconsistent" with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_invalid": 1})
}

test_an_empty_sample_shows_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_events": 0})

test_logging_switched_off_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"logging_disabled": true})

test_unreadable_schema_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"schema_state": "unreadable"})
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"schema_state": "unreadable"})
}

test_unreadable_sample_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_state": "unreadable"})
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_state": "unreadable"})
}

test_a_description_shows_the_lifetime_too if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"has_system_version": false})
	rule.elements[1].file == "docs/record-keeping.md" with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"has_system_version": false})
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	count(rule.reasons) == 2 with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}
