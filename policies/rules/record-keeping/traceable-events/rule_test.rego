package aiact.tests["record-keeping"]["traceable-events_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["record-keeping"]["traceable-events"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-12-2": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-12-2": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_good := {
	"schema_state": "present", "sample_state": "present", "sample_events": 12, "sample_invalid": 0,
	"timestamps_ok": true, "has_system_version": true, "logging_disabled": false, "sample_fields": [],
}

_log(values) := given.system({}, {"record-keeping": object.union(
	given.fact("record-keeping", "present", given.answers("AIA-12-2")),
	{"values": object.union(_good, values)},
)})

test_three_kinds_of_events_and_a_sample if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({})
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _log({})
}

test_a_sample_without_events_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_events": 0})
	rule.reasons == {"evidence.record-keeping.sample holds no event."} with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_events": 0})
}

test_one_event_is_enough if rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_events": 1})

test_a_kind_without_events_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("record-keeping", "AIA-12-2", "12(2)(b)", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("record-keeping", "AIA-12-2", "12(2)(b)", "placeholder")
	contains(reason, "12(2)(b)")
}

test_unreadable_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("record-keeping", "unreadable")

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
