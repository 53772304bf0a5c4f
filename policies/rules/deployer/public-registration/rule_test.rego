package aiact.tests.deployer["public-registration_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.deployer["public-registration"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-49-3": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-49-3": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("public-body-use", "AIA-49-3")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("public-body-use", "AIA-49-3")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("public-body-use", "AIA-49-3", "VIII.C.4", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("public-body-use", "AIA-49-3", "VIII.C.4", "placeholder")
	contains(reason, "VIII.C.4")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("public-body-use", "unreadable")
	count(rule.elements) == 8 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("public-body-use", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.public-body-use is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("public-body-use", "AIA-49-3", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("public-body-use", "AIA-49-3", {"review_by": given.as_of - 1})
}
