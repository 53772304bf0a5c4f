package aiact.tests.consistency["no-false-presumption_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.consistency["no-false-presumption"] as rule

_claim := object.union(given.bare, {"consistency": {
	"differs": [],
	"standards": [{"key": "EN18286", "standard": "EN 18286:2026", "id": "technical-documentation", "file": "docs/t.md", "line": 9}],
}})

_nothing := {"cited": [], "as_of": "2026-11-22"}

_one := {"cited": [{"key": "EN18286"}], "as_of": "2028-01-01"}

test_applies_to_every_system if rule.applicable == "yes"

test_nothing_claimed if {
	rule.satisfied with input as given.bare
	count(rule.reasons) == 0 with input as given.bare
}

test_a_standard_that_is_not_cited if {
	not rule.satisfied with input as _claim with data.law.standards as _nothing
	rule.reasons == {"docs/t.md:9: EN 18286:2026 is not cited in the Official Journal for this Regulation (as of 2026-11-22)."} with input as _claim with data.law.standards as _nothing
}

test_a_standard_that_is_cited_may_be_claimed if rule.satisfied with input as _claim with data.law.standards as _one

test_the_answer_of_the_manifest_is_held_to_it_too if {
	not rule.satisfied with input as given.system({"oj_cited_standard_full": true}, {}) with data.law.standards as _nothing
	count(rule.reasons) == 1 with input as given.system({"oj_cited_standard_full": true}, {}) with data.law.standards as _nothing
	rule.satisfied with input as given.system({"oj_cited_standard_full": true}, {}) with data.law.standards as _one
	rule.satisfied with input as given.system({"oj_cited_standard_full": false}, {}) with data.law.standards as _nothing
}

test_unreadable_evidence_claims_nothing if rule.satisfied with input as given.unread("technical-documentation", "unreadable")
