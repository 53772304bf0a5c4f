package aiact.tests["technical-documentation"]["simplified-form_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["technical-documentation"]["simplified-form"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-11-1-SME": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-11-1-SME": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("technical-documentation", "AIA-11-1-SME")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("technical-documentation", "AIA-11-1-SME")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("technical-documentation", "AIA-11-1-SME", "11(1)-content", "empty")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("technical-documentation", "AIA-11-1-SME", "11(1)-content", "empty")
	contains(reason, "11(1)-content")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("technical-documentation", "unreadable")
	count(rule.elements) == 3 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("technical-documentation", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.technical-documentation is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-1-SME", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-1-SME", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-1-SME", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-1-SME", {"system_version": "1.4.0"})
}
