package aiact.tests.testing["real-world-testing_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.testing["real-world-testing"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-60-4": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-60-4": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_planned(months, extended, approval) := object.union(
	given.document("real-world-testing", "AIA-60-4"),
	{"manifest": {"answers": {
		"rwt_duration_months": months, "rwt_extension_notified": extended, "rwt_authority_approval": approval,
	}}},
)

test_six_months_need_no_extension if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _planned(6, false, "explicit")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _planned(6, false, "explicit")
}

test_seven_months_need_one if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _planned(7, false, "explicit")
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _planned(7, true, "explicit")
}

test_twelve_months_are_the_end if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _planned(12, true, "tacit")
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _planned(13, true, "tacit")
}

test_a_plan_without_approval_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _planned(6, false, "none")
	rule.reasons == {"the plan is not approved"} with data.aiact.classify.duty.asked as given.every_obligation with input as _planned(6, false, "none")
}

test_an_open_element_is_named if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("real-world-testing", "AIA-60-4", "60(4)(i)", "placeholder")

test_unreadable_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("real-world-testing", "unreadable")

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
