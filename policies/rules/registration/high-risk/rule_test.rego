package aiact.tests.registration["high-risk_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.registration["high-risk"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-49-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-49-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("registration", "AIA-49-1")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("registration", "AIA-49-1")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("registration", "AIA-49-1", "VIII.A.12", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("registration", "AIA-49-1", "VIII.A.12", "missing")
	contains(reason, "VIII.A.12")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("registration", "unreadable")
	count(rule.elements) == 13 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("registration", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.registration is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("registration", "AIA-49-1", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("registration", "AIA-49-1", {"review_by": given.as_of - 1})
}

_another := object.union(given.document("registration", "AIA-49-1"), {"consistency": {"standards": [], "differs": [{
	"about": "provider", "said": "", "manifest": "Acme", "id": "registration", "ref": "VIII.A.1", "file": "r.md", "line": 4,
}]}})

test_a_registration_of_another_provider_is_no_answer if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _another
}
