package aiact.tests.gpai.evaluation_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.gpai.evaluation as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-55-1-A": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-55-1-A": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("systemic-risk", "AIA-55-1-A")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("systemic-risk", "AIA-55-1-A")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("systemic-risk", "AIA-55-1-A", "55(1)(a)-eval", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("systemic-risk", "AIA-55-1-A", "55(1)(a)-eval", "placeholder")
	contains(reason, "55(1)(a)-eval")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("systemic-risk", "unreadable")
	count(rule.elements) == 2 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("systemic-risk", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.systemic-risk is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("systemic-risk", "AIA-55-1-A", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("systemic-risk", "AIA-55-1-A", {"review_by": given.as_of - 1})
}
