package aiact.tests.deployer["workers-information_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.deployer["workers-information"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-26-7": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-26-7": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_noticed(day, start) := object.union(
	given.measured("workers-information", "AIA-26-7", {"date": day}),
	{"manifest": {"answers": {"put_into_service_date": start}}},
)

test_told_before_the_first_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _noticed(given.as_of - 1, given.as_of)
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _noticed(given.as_of - 1, given.as_of)
}

test_the_first_day_is_the_last_good_one if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _noticed(given.as_of, given.as_of)
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _noticed(given.as_of + 1, given.as_of)
}

test_a_late_notice_is_named if {
	rule.reasons == {"the notice is dated after the system was put into service"} with data.aiact.classify.duty.asked as given.every_obligation with input as _noticed(given.as_of + 1, given.as_of)
}

test_a_group_left_out_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("workers-information", "AIA-26-7", "26(7)-reps", "missing")
}

test_unreadable_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("workers-information", "unreadable")

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
