package aiact.tests["prohibited-practices"]["generation-safeguards_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["prohibited-practices"]["generation-safeguards"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-5-1A-SAFE": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-5-1A-SAFE": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("generation-safeguards", "AIA-5-1A-SAFE")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("generation-safeguards", "AIA-5-1A-SAFE")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("generation-safeguards", "AIA-5-1A-SAFE", "5(1a)-prevent", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("generation-safeguards", "AIA-5-1A-SAFE", "5(1a)-prevent", "placeholder")
	contains(reason, "5(1a)-prevent")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("generation-safeguards", "unreadable")
	count(rule.elements) == 5 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("generation-safeguards", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.generation-safeguards is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("generation-safeguards", "AIA-5-1A-SAFE", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("generation-safeguards", "AIA-5-1A-SAFE", {"review_by": given.as_of - 1})
}
