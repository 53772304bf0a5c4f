package aiact.tests.authorities["ai-office_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.authorities["ai-office"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-75A": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-75A": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("commission-requests", "AIA-75A")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("commission-requests", "AIA-75A")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("commission-requests", "AIA-75A", "75a(4)", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("commission-requests", "AIA-75A", "75a(4)", "missing")
	contains(reason, "75a(4)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("commission-requests", "unreadable")
	count(rule.elements) == 6 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("commission-requests", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.commission-requests is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("commission-requests", "AIA-75A", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("commission-requests", "AIA-75A", {"review_by": given.as_of - 1})
}
