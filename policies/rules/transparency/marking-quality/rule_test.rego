package aiact.tests.transparency["marking-quality_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency["marking-quality"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-50-2-Q": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-50-2-Q": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_qualities := ["50(2)-effective", "50(2)-interoperable", "50(2)-robust", "50(2)-reliable", "50(2)-feasible"]

test_every_quality_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("output-marking", "AIA-50-2-Q")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("output-marking", "AIA-50-2-Q")
}

test_missing_samples_do_not_hide_the_concept if {
	concept := given.fact("output-marking", "missing", given.answers("AIA-50-2-Q"))
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.system({}, {"output-marking": concept})
}

test_an_open_quality_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("output-marking", "AIA-50-2-Q", "50(2)-robust", "placeholder")
	rule.reasons == {"docs/output-marking.md: 50(2)-robust is a placeholder."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("output-marking", "AIA-50-2-Q", "50(2)-robust", "placeholder")
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("output-marking", "AIA-50-2-Q", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("output-marking", "AIA-50-2-Q", {"review_by": given.as_of - 1})
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("output-marking", "unreadable")
	[one.ref | some one in rule.elements] == _qualities with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("output-marking", "unreadable")
}
