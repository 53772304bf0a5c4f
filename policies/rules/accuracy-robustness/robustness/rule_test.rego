package aiact.tests["accuracy-robustness"].robustness_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["accuracy-robustness"].robustness as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-15-4": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-15-4": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("accuracy-robustness", "AIA-15-4")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("accuracy-robustness", "AIA-15-4")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("accuracy-robustness", "AIA-15-4", "15(4)-redundancy", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("accuracy-robustness", "AIA-15-4", "15(4)-redundancy", "missing")
	contains(reason, "15(4)-redundancy")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("accuracy-robustness", "unreadable")
	count(rule.elements) == 4 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("accuracy-robustness", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.accuracy-robustness is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-4", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-4", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-4", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-15-4", {"system_version": "1.4.0"})
}

_test(result) := given.measured("accuracy-robustness", "AIA-15-4", {"robustness": {"state": "present", "result": result, "file": "r.xml"}})

test_a_declared_test_has_to_pass if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _test("passed")
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _test("failed")
	count(rule.reasons) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as _test("failed")
}
