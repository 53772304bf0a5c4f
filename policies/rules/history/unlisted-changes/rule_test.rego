package aiact.tests.history["unlisted-changes_test"]

import data.aiact.lib.dates
import data.aiact.lib.fixtures_test as given
import data.aiact.rules.history["unlisted-changes"] as rule

_changed(known) := object.union(given.bare, {"history": {"available": true, "checked": 1, "files": [], "changes": {
	"known": known, "reason": null,
	"evidence": [{
		"id": "technical-documentation", "file": "docs/t.md", "commit": "abc", "since": 20000, "version": "2.3.0",
		"standing": "changed", "changed": [{"group": "data", "count": 1, "files": ["d"], "last": dates.day("2027-11-09")}],
	}],
}}})

_log(day, state) := {"facts": {"design-changes": {
	"state": state, "file": "docs/log.yaml", "line": 1,
	"values": {"last_decided": dates.day(day)}, "items": [],
}}}

test_applies_to_high_risk_and_to_legacy_systems if {
	rule.applicable == "yes" with data.aiact.classify.risk.high_risk as true with data.aiact.classify.legacy.holds as false with input as _changed(true)
	rule.applicable == "yes" with data.aiact.classify.risk.high_risk as false with data.aiact.classify.legacy.holds as true with input as _changed(true)
	rule.applicable == "no" with data.aiact.classify.risk.high_risk as false with data.aiact.classify.legacy.holds as false with input as _changed(true)
}

test_what_is_unknown_is_held_against_nobody if {
	rule.applicable == "undetermined" with data.aiact.classify.risk.high_risk as true with input as _changed(false)
	rule.applicable == "no" with data.aiact.classify.risk.high_risk as true with input as given.bare
}

test_a_change_that_nobody_listed if {
	not rule.satisfied with input as _changed(true)
	rule.reasons == {"docs/t.md: 1 of paths.data changed, last on 2027-11-09 (d)."} with input as _changed(true)
}

test_a_listed_change_on_both_sides_of_its_day if {
	rule.satisfied with input as object.union(_changed(true), _log("2027-11-09", "present"))
	count(rule.reasons) == 0 with input as object.union(_changed(true), _log("2027-11-09", "present"))
	not rule.satisfied with input as object.union(_changed(true), _log("2027-11-08", "present"))
}

test_an_unreadable_log_lists_nothing if {
	log := {"facts": {"design-changes": {"state": "unreadable", "file": "docs/log.yaml", "line": 1, "values": {"last_decided": null}, "items": []}}}
	not rule.satisfied with input as object.union(_changed(true), log)
}
