package aiact.tests.transparency["deep-fakes_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency["deep-fakes"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-50-4-DF": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-50-4-DF": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("deep-fake-label", "AIA-50-4-DF")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("deep-fake-label", "AIA-50-4-DF")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("deep-fake-label", "AIA-50-4-DF", "50(5)", "empty")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("deep-fake-label", "AIA-50-4-DF", "50(5)", "empty")
	contains(reason, "50(5)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("deep-fake-label", "unreadable")
	count(rule.elements) == 3 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("deep-fake-label", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.deep-fake-label is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("deep-fake-label", "AIA-50-4-DF", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("deep-fake-label", "AIA-50-4-DF", {"review_by": given.as_of - 1})
}
