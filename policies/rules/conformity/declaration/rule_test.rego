package aiact.tests.conformity.declaration_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.conformity.declaration as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-47-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-47-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_element_answered if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("declaration-of-conformity", "AIA-47-1")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("declaration-of-conformity", "AIA-47-1")
}

test_an_open_element_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("declaration-of-conformity", "AIA-47-1", "V.5", "placeholder")
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("declaration-of-conformity", "AIA-47-1", "V.5", "placeholder")
	contains(reason, "V.5")
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("declaration-of-conformity", "unreadable")
	count(rule.elements) == 12 with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("declaration-of-conformity", "unreadable")
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"evidence.declaration-of-conformity is not declared."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}

test_the_date_of_review_is_the_last_good_day if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("declaration-of-conformity", "AIA-47-1", {"review_by": given.as_of})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("declaration-of-conformity", "AIA-47-1", {"review_by": given.as_of - 1})
}

test_another_version_proves_nothing if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("declaration-of-conformity", "AIA-47-1", {"system_version": "v2.3.0"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("declaration-of-conformity", "AIA-47-1", {"system_version": "1.4.0"})
}

_claimed := object.union(given.document("declaration-of-conformity", "AIA-47-1"), {"consistency": {
	"differs": [],
	"standards": [{"key": "EN18286", "standard": "EN 18286:2026", "id": "declaration-of-conformity", "file": "d.md", "line": 9}],
}})

test_a_presumption_that_no_cited_standard_gives_is_no_answer if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claimed with data.law.standards as {"cited": [], "as_of": "2026-11-22"}
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as _claimed with data.law.standards as {"cited": [], "as_of": "2026-11-22"}
	contains(reason, "V.6")
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claimed with data.law.standards as {"cited": [{"key": "EN18286"}], "as_of": "2026-11-22"}
}
