package aiact.tests.gpai["copyright-policy_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.gpai["copyright-policy"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-53-1-C": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-53-1-C": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("copyright-policy", "AIA-53-1-C")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("copyright-policy", "AIA-53-1-C")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("copyright-policy", "AIA-53-1-C", "53(1)(c)-policy", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("copyright-policy", "AIA-53-1-C", "53(1)(c)-policy", "placeholder")
	contains(reason, "53(1)(c)-policy")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("copyright-policy", "unreadable")
	count(rule.elements) == 6 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("copyright-policy", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.copyright-policy is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("copyright-policy", "AIA-53-1-C", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("copyright-policy", "AIA-53-1-C", {"review_by": given.as_of - 1})
}
