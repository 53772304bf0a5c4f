package aiact.tests["accuracy-robustness"].levels_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["accuracy-robustness"].levels as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-15-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-15-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("accuracy-robustness", "AIA-15-1")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("accuracy-robustness", "AIA-15-1")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("accuracy-robustness", "AIA-15-1", "15(1)-consistent", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("accuracy-robustness", "AIA-15-1", "15(1)-consistent", "placeholder")
	contains(reason, "15(1)-consistent")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("accuracy-robustness", "unreadable")
	count(rule.elements) == 2 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("accuracy-robustness", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.accuracy-robustness is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-1", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-1", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-1", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-1", {"system_version": "1.4.0"})
}

_result := {
	"metric": "recall", "group": null, "value": 0.8, "minimum": 0.8, "maximum": 0.8,
	"set_on": given.as_of - 2, "measured_on": given.as_of - 1, "line": 3,
}

_gap := {"metric": "recall", "largest": 0.05, "between": ["a", "b"], "allowed": 0.05}

_values := {
	"state": "present", "file": "m.csv", "line": 1, "system_version": "2.3.0",
	"results": [_result], "gaps": [_gap], "unmeasured": [], "ifu_disagrees": [], "measured": 1,
}

_with(change) := given.measured("accuracy-robustness", "AIA-15-1", {"metrics": object.union(_values, change)})

_result_with(change) := _with({"results": [object.union(_result, change)]})

test_values_on_the_threshold_hold if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _with({})
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _with({})
}

test_measured_values_that_fail if {
	every bad in [
		_result_with({"value": 0.79}), _result_with({"value": 0.81}), _result_with({"set_on": given.as_of - 1}),
		_result_with({"set_on": null}), _result_with({"measured_on": null}),
		_with({"gaps": [], "results": [_unlimited]}),
		_with({"gaps": [object.union(_gap, {"largest": 0.051})]}), _with({"unmeasured": ["precision"]}), _with({"system_version": null}),
		_with({"system_version": "2.2.0"}), _with({"ifu_disagrees": [{"metric": "recall", "stated": 0.9, "file": "ifu.md", "line": 4}]}),
	] {
		not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as bad
		count(rule.reasons) > 0 with data.aiact.classify.duty.asked as given.every_obligation with input as bad
	}
}

_unlimited := object.union(_result, {"minimum": null, "maximum": null})

test_a_limit_of_the_gap_is_a_limit if rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _with({"results": [_unlimited]})

test_unreadable_values_prove_nothing if {
	some state in ["missing", "unreadable", "inconsistent"]
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-1", {"metrics": {"state": state, "file": "m.csv", "line": 1, "note": "Why."}})
}

test_a_greatest_value_alone_is_a_limit if rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _result_with({"minimum": null})

_told(change) := notes if {
	notes := [one.note | some one in rule.elements; is_string(one.note)] with data.aiact.classify.duty.asked as given.every_obligation with input as _with(change)
}

test_the_numbers_are_told if {
	_told({"gaps": [object.union(_gap, {"largest": 0.12})]}) == ["too far apart between groups: recall 0.12 between a and b (at most 0.05)"]
	_told({"results": [object.union(_result, {"value": 0.75, "group": "women"})]}) == ["outside its threshold or without one: recall of women 0.75 (at most 0.8, at least 0.8)"]
	_told({"results": [_unlimited], "gaps": []}) == ["outside its threshold or without one: recall 0.8 (no threshold)"]
	_told({"results": [object.union(_result, {"set_on": null})]}) == ["threshold not set before the measurement: recall (set on no day, measured on 2027-12-01)"]
	_told({"system_version": null}) == ["not measured for the released version: the values are of no version, the manifest of 2.3.0"]
	_told({"ifu_disagrees": [{"metric": "recall", "stated": 0.9, "file": "ifu.md", "line": 4}]}) == ["stated otherwise in the instructions for use: recall (ifu.md:4 says 0.9)"]
}
