package aiact.classify.due_test

import data.aiact.classify.due
import data.aiact.classify.given_test as given
import data.aiact.lib.dates

_listed := {"role_provider": true, "iii_4a": true}

_product := {"role_provider": true, "a1_act": 11, "a1_is_product": true, "a1_third_party_required": true}

_term(iso, answers, profile) := terms[profile] if {
	terms := due.terms with input as given.on(iso, answers)
}

test_dates_of_the_profiles if {
	every profile, iso in {
		"LIT": "2025-02-02", "4A": "2026-07-27", "GPAI": "2025-08-02", "GPAI-ENF": "2026-08-02",
		"T50": "2026-08-02", "T50-2": "2026-08-02", "HR": "2027-12-02", "HR-III": "2027-12-02",
		"S5": "2027-12-02", "S5-III": "2027-12-02", "CH9": "2027-12-02", "CH9-ALL": "2026-08-02",
		"CH6": "2026-08-02", "LEG": "2026-07-27", "P-NEW": "2026-12-02", "P-OLD": "2025-02-02",
	} {
		_term("2026-11-22", _listed, profile).due == dates.day(iso)
	}
}

test_annex_i_alone_and_both if {
	_term("2026-11-22", _product, "HR").due == dates.day("2028-08-02")
	_term("2026-11-22", object.union(_product, _listed), "HR").due == dates.day("2027-12-02")
	_term("2026-11-22", object.union(_product, _listed), "HR-IA").due == dates.day("2028-08-02")
}

test_no_class_no_date if {
	_term("2026-11-22", {}, "HR") == {"due": null, "condition": "once the system is high-risk", "timing": "conditional"}
}

test_both_sides_of_the_class_date if {
	_term("2027-12-01", _listed, "HR").timing == "upcoming"
	_term("2027-12-02", _listed, "HR").timing == "in_force"
}

test_already_placed if {
	old := object.union(_listed, {"placed_on_market_date": dates.day("2025-01-01")})
	term := _term("2028-01-01", old, "HR")
	term.timing == "conditional"
	term.condition == "significant design change on or after 2027-12-02"
	_term("2028-01-01", old, "LIT").timing == "in_force"
	model := {"role_gpai_provider": true, "gpai_model": true, "placed_on_market_date": dates.day("2025-08-01")}
	_term("2026-11-22", model, "GPAI").due == dates.day("2027-08-02")
}

test_still_to_be_placed if {
	planned := object.union(_listed, {"planned_placing_date": dates.day("2028-03-01")})
	_term("2026-11-22", planned, "HR").due == dates.day("2028-03-01")
	eve := object.union(_listed, {"planned_placing_date": dates.day("2027-12-01")})
	_term("2026-11-22", eve, "HR").condition == "significant design change on or after 2027-12-02"
	_term("2026-11-22", eve, "T50").due == dates.day("2027-12-01")
	_term("2026-11-22", {"planned_placing_date": dates.day("2027-01-01")}, "HR").due == null
	open := object.union(_listed, {"x_premarket_rnd": true})
	_term("2026-11-22", open, "HR").condition == "on placing, not before 2027-12-02"
	_term("2026-11-22", {"x_premarket_rnd": true}, "HR").condition == "on placing"
}

test_prohibitions_do_not_wait if {
	planned := given.only({"planned_placing_date": dates.day("2028-03-01")})
	due.prohibitions["P-OLD"].timing == "in_force" with input as planned
	due.prohibitions["P-NEW"].timing == "upcoming" with input as planned
}

test_before_a_test_starts if {
	start := {"x_premarket_rnd": true, "test_start_date": dates.day("2027-02-01")}
	_term("2026-11-22", start, "CH6").due == dates.day("2027-02-01")
	_term("2026-11-22", start, "CH6").condition == "before the test starts"
	_term("2026-11-22", {"x_premarket_rnd": true}, "CH6").due == dates.day("2026-08-02")
}

test_the_manner_follows_its_paragraph if {
	old := {"role_provider": true, "generates_synthetic_content": true, "placed_on_market_date": dates.day("2026-08-01")}
	alone := object.union(old, {"interacts_with_persons": false})
	_term("2026-11-22", alone, "T50-5").due == dates.day("2026-12-02")
	_term("2026-11-22", object.union(old, {"interacts_with_persons": true}), "T50-5").due == dates.day("2026-08-02")
	used := object.union(alone, {"role_deployer": true, "outputs_deep_fakes": true})
	_term("2026-11-22", used, "T50-5").due == dates.day("2026-08-02")
}

test_disputed_date_of_section_5 if {
	placed := object.union(_listed, {"placed_on_market_date": dates.day("2026-09-01")})
	due.disputed == {"CH9", "S5", "S5-III"} with input as given.on("2026-11-22", placed)
	due.disputed == set() with input as given.on("2026-08-01", _listed)
	due.disputed == set() with input as given.on("2027-12-02", _listed)
	before := object.union(_listed, {"placed_on_market_date": dates.day("2026-08-01")})
	due.disputed == set() with input as given.on("2026-11-22", before)
	due.disputed == set() with input as given.on("2026-11-22", {"role_provider": true})
}

test_strict_reading_of_section_5 if {
	placed := object.union(_listed, {"placed_on_market_date": dates.day("2026-09-01")})
	strict := given.system("2026-11-22", placed, {}, {"U1": "strict"})
	due.terms["S5-III"].due == dates.day("2026-08-02") with input as strict
	due.terms.HR.timing == "conditional" with input as strict
	due.disputed == set() with input as strict
}

test_each_paragraph_of_a_deployer_has_its_manner_at_once if {
	quiet := {
		"role_deployer": true, "role_provider": false, "emotion_recognition": false, "biometric_categorisation": false,
		"outputs_deep_fakes": false, "publishes_public_interest_text": false,
		"placed_on_market_date": dates.day("2026-08-01"),
	}
	_term("2026-11-22", quiet, "T50-5").due == dates.day("2026-12-02")
	every fact in [
		"emotion_recognition", "biometric_categorisation", "outputs_deep_fakes", "publishes_public_interest_text",
	] {
		_term("2026-11-22", object.union(quiet, {fact: true}), "T50-5").due == dates.day("2026-08-02")
	}
}
