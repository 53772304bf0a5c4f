package aiact.tests.consistency["names-agree_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.consistency["names-agree"] as rule

_with(differs) := object.union(given.bare, {"consistency": {"differs": differs, "standards": []}})

_row(about, said) := {"about": about, "said": said, "manifest": "TalentRank", "file": "docs/d.md", "line": 3}

test_applies_to_every_system if rule.applicable == "yes"

test_nothing_differs if {
	rule.satisfied with input as _with([])
	rule.satisfied with input as given.bare
	count(rule.reasons) == 0 with input as _with([])
}

test_another_name_is_told if {
	not rule.satisfied with input as _with([_row("name", "OldRank")])
	rule.reasons == {"docs/d.md: name: says “OldRank”, the manifest “TalentRank”."} with input as _with([_row("name", "OldRank")])
}

test_a_section_without_the_name_is_told if {
	rule.reasons == {"docs/d.md: intended purpose: does not name “TalentRank”."} with input as _with([_row("intended_purpose", "")])
}

test_unreadable_evidence_says_no_name if rule.satisfied with input as given.unread("declaration-of-conformity", "unreadable")
