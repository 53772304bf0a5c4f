package aiact.tests.conformity.biometrics_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.conformity.biometrics as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-43-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-43-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("conformity-assessment", "AIA-43-1")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("conformity-assessment", "AIA-43-1")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("conformity-assessment", "AIA-43-1", "VII.3.1(e)", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("conformity-assessment", "AIA-43-1", "VII.3.1(e)", "missing")
	contains(reason, "VII.3.1(e)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("conformity-assessment", "unreadable")
	count(rule.elements) == 15 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("conformity-assessment", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.conformity-assessment is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("conformity-assessment", "AIA-43-1", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("conformity-assessment", "AIA-43-1", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("conformity-assessment", "AIA-43-1", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("conformity-assessment", "AIA-43-1", {"system_version": "1.4.0"})
}

_in_vain := object.union(
	given.document("conformity-assessment", "AIA-43-1"),
	{"manifest": object.union(given.bare.manifest, {"answers": {"oj_cited_standard_full": true}})},
)

test_the_choice_rests_on_no_standard_that_is_not_cited if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _in_vain with data.law.standards as {"cited": [], "as_of": "2026-11-22"}
	count(rule.reasons) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as _in_vain with data.law.standards as {"cited": [], "as_of": "2026-11-22"}
}
