package aiact.tests["accuracy-robustness"].presumption_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["accuracy-robustness"].presumption as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-42-3": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-42-3": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("accuracy-robustness", "AIA-42-3")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("accuracy-robustness", "AIA-42-3")
}

test_a_placeholder_answers_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("accuracy-robustness", "placeholder")
	count(rule.reasons) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("accuracy-robustness", "placeholder")
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
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-42-3", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-42-3", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-42-3", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accuracy-robustness", "AIA-42-3", {"system_version": "1.4.0"})
}
