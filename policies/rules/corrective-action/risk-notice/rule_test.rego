package aiact.tests["corrective-action"]["risk-notice_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["corrective-action"]["risk-notice"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-20-2": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-20-2": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("corrective-action", "AIA-20-2")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("corrective-action", "AIA-20-2")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("corrective-action", "AIA-20-2", "20(2)-msa", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("corrective-action", "AIA-20-2", "20(2)-msa", "missing")
	contains(reason, "20(2)-msa")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("corrective-action", "unreadable")
	count(rule.elements) == 4 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("corrective-action", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.corrective-action is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("corrective-action", "AIA-20-2", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("corrective-action", "AIA-20-2", {"review_by": given.as_of - 1})
}
