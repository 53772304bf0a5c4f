package aiact.tests.history["committed-evidence_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.history["committed-evidence"] as rule

_git(files) := object.union(given.bare, {"history": {"available": true, "reason": null, "checked": 2, "files": files}})

test_applies_where_git_knows_the_evidence if {
	rule.applicable == "yes" with input as _git([])
	rule.applicable == "no" with input as given.bare
	rule.applicable == "undetermined" with input as object.union(given.bare, {"history": {"available": false, "reason": "no-git"}})
}

test_everything_committed if {
	rule.satisfied with input as _git([])
	count(rule.reasons) == 0 with input as _git([])
}

test_what_is_not_committed_is_named if {
	files := [{"file": "docs/a.md", "evidence": ["dpia"], "standing": "ignored"}]
	not rule.satisfied with input as _git(files)
	rule.reasons == {"docs/a.md is ignored by git, so no one else has it."} with input as _git(files)
}

test_unreadable_evidence_is_held_to_it_too if {
	files := [{"file": "docs/dpia.md", "evidence": ["dpia"], "standing": "untracked"}]
	not rule.satisfied with input as object.union(_git(files), {"facts": {"dpia": {"state": "unreadable", "file": "docs/dpia.md", "line": 1}}})
}
