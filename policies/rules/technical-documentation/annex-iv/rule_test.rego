package aiact.tests["technical-documentation"]["annex-iv_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["technical-documentation"]["annex-iv"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-11-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-11-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("technical-documentation", "AIA-11-1")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("technical-documentation", "AIA-11-1")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("technical-documentation", "AIA-11-1", "IV.1(g)", "missing")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("technical-documentation", "AIA-11-1", "IV.1(g)", "missing")
	contains(reason, "IV.1(g)")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("technical-documentation", "unreadable")
	count(rule.elements) == 23 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("technical-documentation", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.technical-documentation is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-1", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-1", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-1", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-1", {"system_version": "1.4.0"})
}

_claimed := object.union(given.document("technical-documentation", "AIA-11-1"), {"consistency": {
	"differs": [],
	"standards": [{"key": "EN18286", "standard": "EN 18286:2026", "id": "technical-documentation", "file": "d.md", "line": 9}],
}})

test_a_presumption_that_no_cited_standard_gives_is_no_answer if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claimed with data.law.standards as {"cited": [], "as_of": "2026-11-22"}
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as _claimed with data.law.standards as {"cited": [], "as_of": "2026-11-22"}
	contains(reason, "IV.7")
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claimed with data.law.standards as {"cited": [{"key": "EN18286"}], "as_of": "2026-11-22"}
}
