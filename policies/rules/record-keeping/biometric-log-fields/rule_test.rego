package aiact.tests["record-keeping"]["biometric-log-fields_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["record-keeping"]["biometric-log-fields"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-12-3": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-12-3": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_good := {
	"schema_state": "present", "sample_state": "present", "sample_events": 12, "sample_invalid": 0,
	"timestamps_ok": true, "has_system_version": true, "logging_disabled": false, "sample_fields": ["Start", "end", "watchlist_id", "matched_input", "verifier_1", "verifier_2"],
}

_log(values) := given.system({}, {"record-keeping": object.union(
	given.fact("record-keeping", "present", given.answers("AIA-12-3")),
	{"values": object.union(_good, values)},
)})

test_all_fields_logged if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({})
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _log({})
}

test_one_verifier_is_not_two if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_fields": ["start", "end", "watchlist_id", "matched_input", "verifier_1"]})
	rule.reasons == {"12(3)(d) is missing: a field verifier_1 or verified_by_1 or first_verifier or verifier_a or verifiers[] or verified_by[], and one verifier_2 or verified_by_2 or second_verifier or verifier_b or verifiers[] or verified_by[]."} with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_fields": ["start", "end", "watchlist_id", "matched_input", "verifier_1"]})
}

test_a_list_of_persons_needs_two if {
	every field, proven in {"verified_by": false, "verified_by[]": true} {
		proven == _satisfied(["start", "end", "watchlist_id", "matched_input", field])
	}
}

default _satisfied(_) := false

_satisfied(fields) if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_fields": fields})
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_state": "unreadable"})
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as _log({"sample_state": "unreadable"})
}

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
