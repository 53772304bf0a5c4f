package aiact.lib.agreement_test

import data.aiact.lib.agreement
import data.aiact.lib.fixtures_test as given

_claim(id) := {"key": "EN18286", "standard": "EN 18286:2026", "id": id, "file": "docs/d.md", "line": 9}

_unnamed := {"about": "name", "said": "", "manifest": "TalentRank", "id": "declaration-of-conformity", "ref": "V.1", "file": "docs/d.md", "line": 3}

_head := {"about": "name", "said": "Other", "manifest": "TalentRank", "id": "declaration-of-conformity", "file": "docs/d.md", "line": 1}

_saying(differs, standards) := object.union(given.bare, {"consistency": {"differs": differs, "standards": standards}})

_cited(keys) := {"cited": [{"key": key} | some key in keys], "as_of": "2026-11-22"}

_found(ref, state) := [{"ref": ref, "state": state, "file": "docs/d.md", "line": 2}]

test_a_section_that_names_another_system_does_not_answer if {
	[one] := agreement.checked("declaration-of-conformity", _found("V.1", "present")) with input as _saying([_unnamed, _head], [])
	[one.state, one.line, one.note] == ["inconsistent", 3, "does not name “TalentRank”"]
	said := agreement.reasons("declaration-of-conformity", array.concat([one], _found("V.2", "missing"))) with input as given.unread("declaration-of-conformity", "incomplete")
	said == {
		"docs/d.md: V.1 contradicts itself or the manifest: does not name “TalentRank”.",
		"docs/d.md: V.2 is missing: provider (or representative) name and address.",
	}
	agreement.checked("declaration-of-conformity", _found("V.2", "present")) == _found("V.2", "present") with input as _saying([_unnamed], [])
	agreement.checked("registration", _found("V.1", "present")) == _found("V.1", "present") with input as _saying([_unnamed], [])
}

test_what_is_not_answered_keeps_its_state if {
	agreement.checked("declaration-of-conformity", _found("V.1", "missing")) == _found("V.1", "missing") with input as _saying([_unnamed], [])
}

test_a_false_claim_leaves_the_list_of_standards_open if {
	every id, ref in {"technical-documentation": "IV.7", "declaration-of-conformity": "V.6"} {
		[one] := agreement.checked(id, _found(ref, "not-applicable")) with input as _saying([], [_claim(id)]) with data.law.standards as _cited([])
		[one.state, one.note] == ["inconsistent", "EN 18286:2026 is not cited in the Official Journal for this Regulation (as of 2026-11-22)"]
		agreement.checked(id, _found(ref, "present")) == _found(ref, "present") with input as _saying([], [_claim(id)]) with data.law.standards as _cited(["EN18286"])
		agreement.checked(id, _found(ref, "present")) == _found(ref, "present") with input as _saying([], [_claim("quality-management")]) with data.law.standards as _cited([])
	}
}

test_the_manifest_claims_in_vain_while_nothing_is_cited if {
	agreement.claimed_in_vain with input as given.system({"oj_cited_standard_full": true}, {}) with data.law.standards as _cited([])
	not agreement.claimed_in_vain with input as given.system({"oj_cited_standard_full": true}, {}) with data.law.standards as _cited(["EN18286"])
	not agreement.claimed_in_vain with input as given.bare with data.law.standards as _cited([])
}

test_what_is_told_of_a_difference if {
	agreement.told(_head) == "says “Other”, the manifest “TalentRank”"
	agreement.told(_unnamed) == "does not name “TalentRank”"
}

_dated(values) := [one.note |
	some one in agreement.dates with input as given.measured("risk-management", "AIA-9-1", values)
]

test_a_document_has_a_possible_day if {
	_dated({"date": given.as_of}) == []
	_dated({"date": given.as_of + 1}) == []
	_dated({"date": given.as_of + 2}) == ["is dated 2027-12-04, after the day of this report"]
	_dated({"date": given.as_of - 9, "review_by": given.as_of - 9}) == []
	_dated({"date": given.as_of, "review_by": given.as_of - 1}) == ["is dated 2027-12-02, and its review was due on 2027-12-01, before that"]
	_dated({}) == []
}
