package aiact.tests.gpai["systemic-documentation_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.gpai["systemic-documentation"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-53-1-A-SR": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-53-1-A-SR": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("gpai-model-documentation", "AIA-53-1-A-SR")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("gpai-model-documentation", "AIA-53-1-A-SR")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("gpai-model-documentation", "AIA-53-1-A-SR", "XI.2.2", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("gpai-model-documentation", "AIA-53-1-A-SR", "XI.2.2", "missing")
	contains(reason, "XI.2.2")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("gpai-model-documentation", "unreadable")
	count(rule.elements) == 3 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("gpai-model-documentation", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.gpai-model-documentation is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-model-documentation", "AIA-53-1-A-SR", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-model-documentation", "AIA-53-1-A-SR", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-model-documentation", "AIA-53-1-A-SR", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("gpai-model-documentation", "AIA-53-1-A-SR", {"system_version": "1.4.0"})
}
