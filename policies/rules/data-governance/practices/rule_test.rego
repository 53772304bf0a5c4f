package aiact.tests["data-governance"].practices_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["data-governance"].practices as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-10-2": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-10-2": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("data-governance", "AIA-10-2")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("data-governance", "AIA-10-2")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("data-governance", "AIA-10-2", "10(2)(d)", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("data-governance", "AIA-10-2", "10(2)(d)", "missing")
	contains(reason, "10(2)(d)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("data-governance", "unreadable")
	count(rule.elements) == 9 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("data-governance", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.data-governance is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("data-governance", "AIA-10-2", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("data-governance", "AIA-10-2", {"review_by": given.as_of - 1})
}
