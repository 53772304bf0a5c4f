package aiact.tests.gpai["compliance-route_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.gpai["compliance-route"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-53-4": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-53-4": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("gpai-compliance-route", "AIA-53-4")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("gpai-compliance-route", "AIA-53-4")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("gpai-compliance-route", "AIA-53-4", "53(4)-alt", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("gpai-compliance-route", "AIA-53-4", "53(4)-alt", "placeholder")
	contains(reason, "53(4)-alt")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("gpai-compliance-route", "unreadable")
	count(rule.elements) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("gpai-compliance-route", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.gpai-compliance-route is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-compliance-route", "AIA-53-4", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-compliance-route", "AIA-53-4", {"review_by": given.as_of - 1})
}
