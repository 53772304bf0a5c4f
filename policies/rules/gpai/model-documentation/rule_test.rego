package aiact.tests.gpai["model-documentation_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.gpai["model-documentation"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-53-1-A": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-53-1-A": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("gpai-model-documentation", "AIA-53-1-A")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("gpai-model-documentation", "AIA-53-1-A")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("gpai-model-documentation", "AIA-53-1-A", "XI.1.1(c)", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("gpai-model-documentation", "AIA-53-1-A", "XI.1.1(c)", "placeholder")
	contains(reason, "XI.1.1(c)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("gpai-model-documentation", "unreadable")
	count(rule.elements) == 12 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("gpai-model-documentation", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.gpai-model-documentation is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-model-documentation", "AIA-53-1-A", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-model-documentation", "AIA-53-1-A", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-model-documentation", "AIA-53-1-A", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-model-documentation", "AIA-53-1-A", {"system_version": "1.4.0"})
}
