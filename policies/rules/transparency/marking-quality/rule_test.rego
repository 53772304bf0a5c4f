package aiact.tests.transparency["marking-quality_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency["marking-quality"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-50-2-Q": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-50-2-Q": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with input as given.document("output-marking", "AIA-50-2-Q")
	count(rule.reasons) == 0 with input as given.document("output-marking", "AIA-50-2-Q")
}

test_an_open_element_is_named if {
	not rule.satisfied with input as given.lacking("output-marking", "AIA-50-2-Q", "50(2)-interoperable", "missing")
	some reason in rule.reasons with input as given.lacking("output-marking", "AIA-50-2-Q", "50(2)-interoperable", "missing")
	contains(reason, "50(2)-interoperable")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with input as given.unread("output-marking", "unreadable")
	count(rule.elements) == 5 with input as given.unread("output-marking", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with input as given.bare
	rule.reasons == {"evidence.output-marking is not declared."} with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with input as given.measured("output-marking", "AIA-50-2-Q", {"review_by": given.as_of})
	not rule.satisfied with input as given.measured("output-marking", "AIA-50-2-Q", {"review_by": given.as_of - 1})
}
