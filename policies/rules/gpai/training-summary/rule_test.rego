package aiact.tests.gpai["training-summary_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.gpai["training-summary"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-53-1-D": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-53-1-D": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("training-content-summary", "AIA-53-1-D")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("training-content-summary", "AIA-53-1-D")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("training-content-summary", "AIA-53-1-D", "TS-0", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("training-content-summary", "AIA-53-1-D", "TS-0", "missing")
	contains(reason, "TS-0")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("training-content-summary", "unreadable")
	count(rule.elements) == 26 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("training-content-summary", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.training-content-summary is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("training-content-summary", "AIA-53-1-D", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("training-content-summary", "AIA-53-1-D", {"review_by": given.as_of - 1})
}
