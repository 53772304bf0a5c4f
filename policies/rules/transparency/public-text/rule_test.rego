package aiact.tests.transparency["public-text_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency["public-text"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-50-4-TXT": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-50-4-TXT": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("public-text-label", "AIA-50-4-TXT")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("public-text-label", "AIA-50-4-TXT")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("public-text-label", "AIA-50-4-TXT", "50(4)-txt", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("public-text-label", "AIA-50-4-TXT", "50(4)-txt", "placeholder")
	contains(reason, "50(4)-txt")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("public-text-label", "unreadable")
	count(rule.elements) == 3 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("public-text-label", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.public-text-label is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("public-text-label", "AIA-50-4-TXT", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("public-text-label", "AIA-50-4-TXT", {"review_by": given.as_of - 1})
}
