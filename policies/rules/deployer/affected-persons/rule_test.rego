package aiact.tests.deployer["affected-persons_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.deployer["affected-persons"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-26-11": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-26-11": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("affected-persons-information", "AIA-26-11")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("affected-persons-information", "AIA-26-11")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("affected-persons-information", "AIA-26-11", "26(11)", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("affected-persons-information", "AIA-26-11", "26(11)", "missing")
	contains(reason, "26(11)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("affected-persons-information", "unreadable")
	count(rule.elements) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("affected-persons-information", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.affected-persons-information is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("affected-persons-information", "AIA-26-11", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("affected-persons-information", "AIA-26-11", {"review_by": given.as_of - 1})
}
