package aiact.lib.history_test

import data.aiact.lib.fixtures_test as given
import data.aiact.lib.history

_git(facts) := object.union(given.bare, {"history": facts})

_row(standing, evidence_id, version) := {
	"id": evidence_id, "file": "docs/a.md", "commit": "abc", "since": 20000, "version": version, "standing": standing,
	"changed": [
		{"group": "model", "count": 2, "files": ["m/a", "m/b"], "last": 20500},
		{"group": "code", "count": 1, "files": ["src/a.py"], "last": 20100},
	],
}

_changes(rows) := _git({"available": true, "checked": 1, "files": [], "changes": {"known": true, "reason": null, "evidence": rows}})

_logged(day, rows) := object.union(_changes(rows), {"facts": {"design-changes": {
	"state": "present", "file": "docs/log.yaml", "line": 1,
	"values": {"last_decided": day}, "items": [],
}}})

test_without_git_nothing_is_known if {
	not history.available with input as given.bare
	not history.available with input as _git({"available": false, "reason": "no-git"})
	history.looked_up with input as _git({"available": false, "reason": "no-git"})
	not history.looked_up with input as given.bare
	history.available with input as _git({"available": true, "checked": 1})
	history.paths_declared with input as _git({"available": true, "changes": {"known": false, "reason": "shallow-clone"}})
	not history.paths_declared with input as _git({"available": true, "checked": 1})
	not history.changes_known with input as _git({"available": true, "changes": {"known": false, "reason": "shallow-clone"}})
	history.changes_known with input as _changes([])
	history.uncommitted == [] with input as given.bare
	history.unlisted == [] with input as given.bare
}

test_what_a_build_makes_need_not_be_committed if {
	files := [{"file": "reports/junit.xml", "evidence": ["x"], "standing": standing, "made": true} | some standing in ["ignored", "untracked"]]
	history.uncommitted == [] with input as _git({"available": true, "checked": 2, "files": files})
}

test_what_is_written_but_not_committed if {
	rows := [
		{"file": "a", "evidence": ["x"], "standing": "untracked"}, {"file": "b", "evidence": ["x"], "standing": "ignored"},
		{"file": "c", "evidence": ["x"], "standing": "modified"}, {"file": "d", "evidence": ["x"], "standing": "staged"},
	]
	found := history.uncommitted with input as _git({"files": rows})
	[one.file | some one in found] == ["a", "b"]
}

test_files_of_a_strange_shape_are_none if history.uncommitted == [] with input as _git({"files": "all"})

test_a_change_after_the_evidence_is_unlisted if {
	found := history.unlisted with input as _changes([_row("changed", "technical-documentation", null)])
	found[0].note == "2 of paths.model changed, last on 2026-02-16 (m/a, m/b); 1 of paths.code changed, last on 2025-01-12 (src/a.py)"
	found[0].state == "stale"
}

test_the_log_covers_what_it_is_late_enough_for if {
	rows := [_row("changed", "ai-literacy", "2.3.0")]
	count(history.unlisted) == 0 with input as _logged(20500, rows)
	found := history.unlisted with input as _logged(20499, rows)
	startswith(found[0].note, "2 of paths.model changed")
	not contains(found[0].note, "paths.code")
	count(history.unlisted) == 1 with input as _logged(null, rows)
}

test_only_evidence_about_the_release_is_held_to_it if history.unlisted == [] with input as _changes([_row("changed", "ai-literacy", null)])

test_unknown_is_no_finding if history.unlisted == [] with input as _changes([_row("unknown", "technical-documentation", "2.3.0")])

test_an_entry_that_decides_nothing_is_named if {
	log := {"state": "incomplete", "file": "docs/log.yaml", "items": [
		{"date": 20000, "state": "incomplete", "line": 4, "note": "The entry of line 4 lacks decision."},
		{"date": 20000, "state": "present", "line": 9, "note": ""},
	]}
	found := history.undecided with input as object.union(given.bare, {"facts": {"design-changes": log}})
	found == [{"ref": "design-changes", "state": "incomplete", "file": "docs/log.yaml", "line": 4, "note": "The entry of line 4 lacks decision."}]
}

_significant(answers) := given.system(answers, {"design-changes": {
	"state": "present", "file": "docs/log.yaml", "line": 1,
	"values": {"last_significant": 21000}, "items": [],
}})

test_a_significant_change_of_a_placed_system_stands_in_the_manifest_too if {
	placed := {"placed_on_market_date": 20900}
	found := history.significant with input as _significant(placed)
	found[0].note == "the change of 2027-07-01 is decided to be significant, which market.significant_design_change does not say"
	count(history.significant) == 1 with input as _significant(object.union(placed, {"significant_design_change_date": 20999}))
	count(history.significant) == 0 with input as _significant(object.union(placed, {"significant_design_change_date": 21000}))
	count(history.significant) == 0 with input as _significant({})
	count(history.significant) == 0 with input as given.system(placed, {})
}
