package aiact.tests.deployer["post-remote-identification_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.deployer["post-remote-identification"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-26-10": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-26-10": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("post-remote-identification", "AIA-26-10")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("post-remote-identification", "AIA-26-10")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("post-remote-identification", "AIA-26-10", "26(10)-file", "empty")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("post-remote-identification", "AIA-26-10", "26(10)-file", "empty")
	contains(reason, "26(10)-file")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("post-remote-identification", "unreadable")
	count(rule.elements) == 5 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("post-remote-identification", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.post-remote-identification is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("post-remote-identification", "AIA-26-10", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("post-remote-identification", "AIA-26-10", {"review_by": given.as_of - 1})
}
