package aiact.tests.transparency.manner_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency.manner as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-50-5": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-50-5": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("notice-accessibility", "AIA-50-5")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("notice-accessibility", "AIA-50-5")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("notice-accessibility", "AIA-50-5", "50(5)-time", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("notice-accessibility", "AIA-50-5", "50(5)-time", "missing")
	contains(reason, "50(5)-time")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("notice-accessibility", "unreadable")
	count(rule.elements) == 3 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("notice-accessibility", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.notice-accessibility is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("notice-accessibility", "AIA-50-5", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("notice-accessibility", "AIA-50-5", {"review_by": given.as_of - 1})
}
