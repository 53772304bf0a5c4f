package aiact.tests.history["version-named_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.history["version-named"] as rule

_with(facts) := object.union(given.bare, {"manifest": object.union(given.bare.manifest, {"version": "2.3.0"}), "facts": facts})

_manual(version) := {"instructions-for-use": {"state": "present", "file": "docs/manual.md", "line": 1, "values": {"system_version": version}}}

test_a_document_that_names_its_version if {
	rule.applicable == "yes" with input as _with(_manual("2.3.0"))
	rule.satisfied with input as _with(_manual("2.3.0"))
}

test_another_version_is_left_to_the_duty_of_the_document if {
	rule.satisfied with input as _with(_manual("2.2.0"))
}

test_a_document_without_one_is_named if {
	not rule.satisfied with input as _with(_manual(null))
	rule.reasons == {"docs/manual.md names no version of the system."} with input as _with(_manual(null))
}

test_without_facts_nothing_is_known if {
	rule.applicable == "undetermined" with input as object.remove(given.bare, ["facts"])
}

test_what_is_not_about_the_release_needs_none if {
	rule.applicable == "no" with input as _with({"ai-literacy": {"state": "present", "file": "docs/a.md", "line": 1}})
	rule.applicable == "no" with input as _with({"instructions-for-use": {"state": "missing", "file": "docs/manual.md", "line": 1}})
	rule.applicable == "no" with input as _with({"instructions-for-use": {"state": "present", "file": null, "line": null}})
	unversioned := object.union(_with(_manual(null)), {"manifest": object.union(given.bare.manifest, {"version": null})})
	rule.applicable == "no" with input as unversioned
}
