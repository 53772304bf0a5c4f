package aiact.tests.gpai.representative_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.gpai.representative as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-54-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-54-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("authorised-representative", "AIA-54-1")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("authorised-representative", "AIA-54-1")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("authorised-representative", "AIA-54-1", "54(1)", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("authorised-representative", "AIA-54-1", "54(1)", "missing")
	contains(reason, "54(1)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("authorised-representative", "unreadable")
	count(rule.elements) == 2 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("authorised-representative", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.authorised-representative is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("authorised-representative", "AIA-54-1", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("authorised-representative", "AIA-54-1", {"review_by": given.as_of - 1})
}
