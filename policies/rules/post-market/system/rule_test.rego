package aiact.tests["post-market"].system_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["post-market"].system as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-72-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-72-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("post-market-monitoring", "AIA-72-1")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("post-market-monitoring", "AIA-72-1")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("post-market-monitoring", "AIA-72-1", "72(2)-comp", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("post-market-monitoring", "AIA-72-1", "72(2)-comp", "placeholder")
	contains(reason, "72(2)-comp")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("post-market-monitoring", "unreadable")
	count(rule.elements) == 4 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("post-market-monitoring", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.post-market-monitoring is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("post-market-monitoring", "AIA-72-1", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("post-market-monitoring", "AIA-72-1", {"review_by": given.as_of - 1})
}
