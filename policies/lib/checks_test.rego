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
