package aiact.tests["prohibited-practices"]["real-time-authorisation_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["prohibited-practices"]["real-time-authorisation"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-5-3": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-5-3": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("real-time-identification", "AIA-5-3")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("real-time-identification", "AIA-5-3")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("real-time-identification", "AIA-5-3", "5(3)-reject", "empty")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("real-time-identification", "AIA-5-3", "5(3)-reject", "empty")
	contains(reason, "5(3)-reject")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("real-time-identification", "unreadable")
	count(rule.elements) == 4 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("real-time-identification", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.real-time-identification is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("real-time-identification", "AIA-5-3", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("real-time-identification", "AIA-5-3", {"review_by": given.as_of - 1})
}
