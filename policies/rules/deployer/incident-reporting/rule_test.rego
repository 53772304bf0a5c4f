package aiact.tests.deployer["incident-reporting_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.deployer["incident-reporting"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-26-5-INC": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-26-5-INC": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("deployer-monitoring", "AIA-26-5-INC")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("deployer-monitoring", "AIA-26-5-INC")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("deployer-monitoring", "AIA-26-5-INC", "26(5)-first", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("deployer-monitoring", "AIA-26-5-INC", "26(5)-first", "placeholder")
	contains(reason, "26(5)-first")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("deployer-monitoring", "unreadable")
	count(rule.elements) == 3 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("deployer-monitoring", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.deployer-monitoring is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("deployer-monitoring", "AIA-26-5-INC", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("deployer-monitoring", "AIA-26-5-INC", {"review_by": given.as_of - 1})
}
