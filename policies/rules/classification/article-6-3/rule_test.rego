package aiact.tests.classification["article-6-3_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.classification["article-6-3"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-6-4": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-6-4": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("article-6-assessment", "AIA-6-4")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("article-6-assessment", "AIA-6-4")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("article-6-assessment", "AIA-6-4", "6(3)-chapeau", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("article-6-assessment", "AIA-6-4", "6(3)-chapeau", "missing")
	contains(reason, "6(3)-chapeau")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("article-6-assessment", "unreadable")
	count(rule.elements) == 8 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("article-6-assessment", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.article-6-assessment is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("article-6-assessment", "AIA-6-4", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("article-6-assessment", "AIA-6-4", {"review_by": given.as_of - 1})
}
