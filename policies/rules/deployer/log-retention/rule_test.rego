package aiact.tests.deployer["log-retention_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.deployer["log-retention"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-26-6": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-26-6": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_kept(days) := given.system({}, {"deployer-logs": object.union(
	given.fact("deployer-logs", "present", {}),
	{"values": {"retention_days": days, "retention_state": "present", "retention_file": "config/log.yaml", "retention_line": 3}},
)})

test_six_months_are_183_days if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _kept(183)
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _kept(182)
}

test_thirty_days_are_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _kept(30)
	rule.reasons == {"config/log.yaml: 26(6) does not reach what the law asks: 30 days, and six months are at least 183."} with data.aiact.classify.duty.asked as given.every_obligation with input as _kept(30)
}

test_a_period_that_is_no_number_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _kept(null)

test_a_law_may_ask_for_less if {
	shorter := object.union(_kept(30), {"facts": {"deployer-logs": {"elements": {"26(6)": {"state": "not-applicable"}}}}})
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as shorter
}

test_unreadable_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("deployer-logs", "AIA-26-6", {"retention_state": "unreadable"})
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("deployer-logs", "AIA-26-6", {"retention_state": "unreadable"})
}

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare

_configured(values) := given.system({}, {"deployer-logs": object.union(
	given.fact("deployer-logs", "present", {}),
	{"values": object.union({"retention_days": 183, "retention_state": "present"}, values)},
)})

test_logs_that_are_switched_off_are_not_kept if {
	off := {"config_state": "present", "logging_disabled": true, "config_file": "log.yaml", "config_line": 2, "config_note": "log.yaml:2 switches logging off."}
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _configured(off)
	rule.reasons == {"log.yaml: 26(6)-config does not reach what the law asks: log.yaml:2 switches logging off."} with data.aiact.classify.duty.asked as given.every_obligation with input as _configured(off)
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _configured({"config_state": "missing"})
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _configured({"config_state": "present", "logging_disabled": false})
}
