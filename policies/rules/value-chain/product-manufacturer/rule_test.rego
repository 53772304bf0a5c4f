package aiact.tests["value-chain"]["product-manufacturer_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["value-chain"]["product-manufacturer"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-25-3": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-25-3": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("value-chain", "AIA-25-3")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("value-chain", "AIA-25-3")
}

test_a_placeholder_answers_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("value-chain", "placeholder")
	count(rule.reasons) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("value-chain", "placeholder")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("value-chain", "unreadable")
	count(rule.elements) == 2 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("value-chain", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.value-chain is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("value-chain", "AIA-25-3", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("value-chain", "AIA-25-3", {"review_by": given.as_of - 1})
}
