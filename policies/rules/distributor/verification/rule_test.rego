package aiact.tests.distributor.verification_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.distributor.verification as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-24-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-24-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("distributor-checks", "AIA-24-1")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("distributor-checks", "AIA-24-1")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("distributor-checks", "AIA-24-1", "24(1)-prov", "empty")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("distributor-checks", "AIA-24-1", "24(1)-prov", "empty")
	contains(reason, "24(1)-prov")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("distributor-checks", "unreadable")
	count(rule.elements) == 5 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("distributor-checks", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.distributor-checks is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("distributor-checks", "AIA-24-1", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("distributor-checks", "AIA-24-1", {"review_by": given.as_of - 1})
}
