package aiact.tests["human-oversight"]["stop-function_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["human-oversight"]["stop-function"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-14-4": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-14-4": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_tests(stop, override) := given.measured("human-oversight", "AIA-14-4", {
	"stop": {"state": "present", "result": stop, "file": "reports/junit.xml"},
	"override": {"state": "present", "result": override, "file": "reports/junit.xml"},
})

test_described_and_tested if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _tests("passed", "passed")
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _tests("passed", "passed")
}

test_a_failed_stop_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _tests("failed", "passed")
	rule.reasons == {"reports/junit.xml: 14(4)(e)-test does not reach what the law asks."} with data.aiact.classify.duty.asked as given.every_obligation with input as _tests("failed", "passed")
}

test_a_skipped_test_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _tests("passed", "skipped")

test_a_test_that_is_not_there_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _tests("not-found", "passed")
	rule.elements[6].state == "missing" with data.aiact.classify.duty.asked as given.every_obligation with input as _tests("not-found", "passed")
}

test_a_plan_without_the_stop_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("human-oversight", "AIA-14-4", "14(4)(e)", "missing")
}

test_unreadable_evidence_proves_nothing if {
	unread := given.measured("human-oversight", "AIA-14-4", {"stop": {"state": "unreadable", "result": null}})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as unread
	rule.elements[6].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as unread
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	count(rule.elements) == 7 with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}
