package aiact.tests.provider.accessibility_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.provider.accessibility as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-16-L": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-16-L": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("accessibility", "AIA-16-L")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("accessibility", "AIA-16-L")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("accessibility", "AIA-16-L", "16(l)-2016/2102", "empty")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("accessibility", "AIA-16-L", "16(l)-2016/2102", "empty")
	contains(reason, "16(l)-2016/2102")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("accessibility", "unreadable")
	count(rule.elements) == 2 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("accessibility", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.accessibility is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accessibility", "AIA-16-L", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accessibility", "AIA-16-L", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accessibility", "AIA-16-L", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("accessibility", "AIA-16-L", {"system_version": "1.4.0"})
}
