package aiact.tests.provider.identity_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.provider.identity as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-16-B": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-16-B": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("product-information", "AIA-16-B")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("product-information", "AIA-16-B")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("product-information", "AIA-16-B", "16(b)-address", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("product-information", "AIA-16-B", "16(b)-address", "missing")
	contains(reason, "16(b)-address")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("product-information", "unreadable")
	count(rule.elements) == 3 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("product-information", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.product-information is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("product-information", "AIA-16-B", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("product-information", "AIA-16-B", {"review_by": given.as_of - 1})
}
