package aiact.main_test

import data.aiact.classify.given_test as given
import data.aiact.main

_rule := {"applicable": "yes", "satisfied": false, "reasons": {"b", "a"}, "elements": []}

test_the_shape_of_a_decision if {
	decision := main.decision with input as given.only({})
	object.keys(decision) == {"revision", "classification", "rules", "skipped"}
	object.keys(decision.classification) == {
		"classes", "points", "roles", "derived", "route", "registration", "supervisor", "placing", "legacy",
		"obligations", "core", "questions", "exits", "notes", "steps",
	}
}

test_families_that_cannot_apply_are_skipped if {
	minimal := main.decision with input as given.described("2026-11-22", {"role_provider": true})
	"risk-management" in minimal.skipped
	high := main.decision with input as given.described("2026-11-22", {"role_provider": true, "iii_4a": true})
	not "risk-management" in high.skipped
	every family in high.skipped { count(data.law.families[family]) > 0 }
}

test_rules_of_an_organisation if {
	decision := main.decision with input as given.only({}) with data.aiact.custom as {"house": {"logo": _rule, "logo_test": {}}}
	decision.rules["custom/house/logo"] == {"applicable": "yes", "satisfied": false, "reasons": ["a", "b"], "elements": []}
	not "custom/house/logo_test" in object.keys(decision.rules)
}

test_an_undefined_part_is_no_answer if {
	decision := main.decision with input as given.only({}) with data.aiact.custom as {"house": {"logo": {}}}
	decision.rules["custom/house/logo"] == {"applicable": null, "satisfied": null, "reasons": [], "elements": []}
}

test_every_family_is_evaluated_unless_it_is_skipped if {
	decision := main.decision with input as given.only({}) with data.law.families as {}
	decision.skipped == []
	every family in object.keys(data.law.families) {
		some id in object.keys(decision.rules)
		startswith(id, concat("", [family, "/"]))
	}
}
