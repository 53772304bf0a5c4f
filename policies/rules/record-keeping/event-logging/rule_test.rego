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

_faulty(what) := _log({"sample_faults": [{"what": what, "count": 1, "line": 7}], "sample_file": "log/sample.jsonl"})

_reason := {
	"form": "log/sample.jsonl: 12(1)-sample does not reach what the law asks: 1 of 12 events cannot be read as one, the first in line 7.",
	"schema": "log/sample.jsonl: 12(1)-sample does not reach what the law asks: 1 of 12 events break the schema, the first in line 7.",
	"timestamp": "log/sample.jsonl: 12(1)-sample does not reach what the law asks: 1 of 12 events do not say when they happened, the first in line 7.",
	"version": "log/sample.jsonl: 12(1)-sample does not reach what the law asks: 1 of 12 events do not name the version of the system, the first in line 7.",
}

test_one_fault_is_too_many_and_is_placed if {
	every what, said in _reason {
		not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _faulty(what)
		said in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as _faulty(what)
		rule.elements[0].line == 7 with data.aiact.classify.duty.asked as given.every_obligation with input as _faulty(what)
	}
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

test_a_configuration_that_cannot_be_read_proves_nothing if {
	every state in ["missing", "unreadable", "outside-root"] {
		not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"config_state": state})
	}
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"config_state": "present"})
}

test_events_without_a_version_or_a_time_prove_nothing if {
	every name in ["has_system_version", "timestamps_ok"] {
		not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({name: false})
	}
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	count(rule.reasons) == 2 with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_a_description_shows_the_lifetime_of_a_log_that_is_off if {
	rule.elements[2].file == "docs/record-keeping.md" with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"logging_disabled": true})
}
