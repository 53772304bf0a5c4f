package aiact.tests["prohibited-practices"].screening_test

import data.aiact.lib.dates
import data.aiact.lib.fixtures_test as given
import data.aiact.rules["prohibited-practices"].screening as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"CTL-5-SCREEN": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"CTL-5-SCREEN": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_all := ["a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h"]

_screened(letters, day) := given.saying({"details": {"screened": letters, "screened_on": day}}, given.bare)

test_all_points_screened if rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _screened(_all, given.as_of)

test_a_point_left_out_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _screened(["a", "b", "ba", "bb", "c", "d", "e", "f", "g"], given.as_of)
	rule.reasons == {"S-(h) is missing."} with data.aiact.classify.duty.asked as given.every_obligation with input as _screened(["a", "b", "ba", "bb", "c", "d", "e", "f", "g"], given.as_of)
}

test_an_old_screening_does_not_answer_a_later_ban if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _screened(_all, dates.day("2026-07-27"))
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _screened(_all, dates.day("2026-07-26"))
	rule.elements[2].state == "stale" with data.aiact.classify.duty.asked as given.every_obligation with input as _screened(_all, dates.day("2026-07-26"))
}

test_a_screening_in_the_future_answers_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _screened(_all, given.as_of + 1)

test_the_new_points_are_asked_from_their_date if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.on("2026-12-01", _screened(["a", "b", "c", "d", "e", "f", "g", "h"], dates.day("2026-06-01")))
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.on("2026-12-02", _screened(["a", "b", "c", "d", "e", "f", "g", "h"], dates.day("2026-06-01")))
}

test_an_unread_manifest_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
