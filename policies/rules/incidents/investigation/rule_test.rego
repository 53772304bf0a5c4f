package aiact.tests.incidents.investigation_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.incidents.investigation as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-73-6": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-73-6": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("incident-procedure", "AIA-73-6")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("incident-procedure", "AIA-73-6")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("incident-procedure", "AIA-73-6", "73(6)-coop", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("incident-procedure", "AIA-73-6", "73(6)-coop", "missing")
	contains(reason, "73(6)-coop")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("incident-procedure", "unreadable")
	count(rule.elements) == 3 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("incident-procedure", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.incident-procedure is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("incident-procedure", "AIA-73-6", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("incident-procedure", "AIA-73-6", {"review_by": given.as_of - 1})
}
