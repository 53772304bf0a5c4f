package aiact.tests["special-category-data"]["other-bias-work_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["special-category-data"]["other-bias-work"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-4A-2": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-4A-2": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("special-category-data", "AIA-4A-2")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("special-category-data", "AIA-4A-2")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("special-category-data", "AIA-4A-2", "4a(2)(b)/4a(1)(c)", "empty")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("special-category-data", "AIA-4A-2", "4a(2)(b)/4a(1)(c)", "empty")
	contains(reason, "4a(2)(b)/4a(1)(c)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("special-category-data", "unreadable")
	count(rule.elements) == 7 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("special-category-data", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.special-category-data is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("special-category-data", "AIA-4A-2", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("special-category-data", "AIA-4A-2", {"review_by": given.as_of - 1})
}
