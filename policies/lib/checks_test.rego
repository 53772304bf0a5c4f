package aiact.lib.checks_test

import data.aiact.lib.checks
import data.aiact.lib.fixtures_test as given

_state(value) := found.state if {
	found := checks.test("human-oversight", "stop", "x") with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("human-oversight", "AIA-14-4", {"stop": value})
}

test_only_a_passed_test_counts if {
	_state({"state": "present", "result": "passed"}) == "present"
	_state({"state": "present", "result": "failed"}) == "insufficient"
	_state({"state": "present", "result": "skipped"}) == "insufficient"
	_state({"state": "present", "result": "not-found"}) == "missing"
	_state({"state": "present", "result": null}) == "missing"
	_state({"state": "unreadable", "result": "passed"}) == "unreadable"
	_state("passed") == "missing"
}

_tested(value, released, history) := found if {
	shown := given.measured("human-oversight", "AIA-14-4", {"stop": object.union({"state": "present", "result": "passed", "file": "r.xml"}, value)})
	manifest := object.union(shown.manifest, {"details": released})
	found := checks.test("human-oversight", "stop", "x") with input as object.union(shown, {"manifest": manifest, "history": history})
}

test_a_test_of_an_earlier_release_proves_nothing if {
	day := {"released_on": given.as_of}
	_tested({"at": given.as_of}, day, {}).state == "present"
	_tested({"at": given.as_of - 1}, day, {}).state == "stale"
	_tested({"at": given.as_of - 1}, day, {}).note == "ran on 2027-12-01, version 2.3.0 is of 2027-12-02"
	_tested({"at": null}, day, {}).note == "the report does not say when it ran, version 2.3.0 is of 2027-12-02"
	_tested({"at": given.as_of - 1, "result": "failed", "note": "It failed."}, day, {}).state == "insufficient"
	_tested({"at": given.as_of - 1, "result": "failed", "note": "It failed."}, day, {}).note == "It failed."
}

test_the_history_tells_the_release_where_the_manifest_does_not if {
	bumped := {"released": {"day": given.as_of, "since": ["with.xml"]}}
	_tested({"at": given.as_of}, {}, bumped).state == "present"
	_tested({"at": given.as_of - 1}, {}, bumped).state == "stale"
	_tested({"at": null}, {}, bumped).state == "stale"
	_tested({"at": given.as_of - 1, "file": "with.xml"}, {}, bumped).state == "present"
	_tested({"at": given.as_of - 1}, {"released_on": given.as_of - 1}, bumped).state == "present"
}

test_without_a_day_of_release_none_is_too_old if {
	_tested({"at": 0}, {}, {}).state == "present"
	_tested({"at": null}, {"released_on": null}, {"released": {"day": null}}).state == "present"
}

test_a_test_that_is_not_declared_is_not_asked_for if {
	shown := given.measured("accuracy-robustness", "AIA-15-4", {"robustness": {"state": "missing", "result": "not-found", "note": "No such test."}})
	checks.declared_test("accuracy-robustness", "robustness", "x") == [] with input as given.bare
	[one] := checks.declared_test("accuracy-robustness", "robustness", "x") with input as shown
	[one.state, one.note] == ["missing", "No such test."]
}

_note(values) := found.note if {
	found := checks.retention("deployer-logs", "26(6)") with input as given.measured("deployer-logs", "AIA-26-6", values)
}

test_a_retention_says_why_it_does_not_count if {
	_note({"retention_days": 182, "retention_state": "present"}) == "182 days, and six months are at least 183"
	_note({"retention_days": 183, "retention_state": "present"}) == "183 days"
	_note({"retention_days": null, "retention_state": "unreadable", "retention_note": "No unit."}) == "No unit."
}

_kept(days, state) := found.state if {
	shown := given.measured("deployer-logs", "AIA-26-6", {"retention_days": days, "retention_state": state})
	found := checks.retention("deployer-logs", "26(6)") with data.aiact.classify.duty.asked as given.every_obligation with input as shown
}

test_retention_is_a_number_of_days if {
	_kept(183, "present") == "present"
	_kept(182, "present") == "insufficient"
	_kept("six months", "present") == "missing"
	_kept(365, "outside-root") == "outside-root"
	_kept(null, null) == "missing"
}

test_a_claim_without_proof_is_missing if {
	found := checks.claims({"t_obvious": "X-obvious"}) with data.aiact.classify.duty.asked as given.every_obligation with input as given.system({"t_obvious": true}, {})
	found == [{"ref": "X-obvious", "state": "missing", "file": null, "line": null, "note": "proof of t_obvious"}]
}
