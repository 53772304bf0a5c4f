package aiact.classify.counter_test

import data.aiact.classify.counter
import data.aiact.classify.given_test as given

_open(answers) := found if {
	found := counter.open with input as given.described("2026-11-22", object.union({"role_provider": true, "role_deployer": true}, answers))
}

test_what_could_undo_an_answer if {
	every case in [
		[{"interacts_with_persons": true, "t_obvious": true}, "audience_vulnerable"],
		[{"interacts_with_persons": true, "t_le_authorised": true}, "t_public_crime_report"],
		[{"publishes_public_interest_text": true, "t_editorial": true}, "review_after_last_ai_edit"],
		[{"iii_1a": true}, "authority_area"],
		[{"iii_6b": true}, "authority_area"],
		[{"a1_act": 11, "a1_is_product": true}, "a1_third_party_required"],
		[{"a1_act": 11, "a1_third_party_required": true, "a1_failure_endangers": true}, "a1_is_product"],
		[_model, "foss_monetised"],
		[_filtered, "part_of_larger_system"],
	] {
		_open(object.union(case[0], {case[1]: null})) == {case[1]}
		_open({case[1]: null}) == set()
	}
}

_model := {"role_gpai_provider": true, "gpai_model": true, "foss_licence_full": true, "foss_weights_public": true}

_filtered := {
	"iii_4a": true, "art6_3_claimed": true, "f_a": true,
	"f_no_significant_risk": true, "f_no_material_influence": true,
}

test_admitted_doubts if {
	doubtful := given.system("2026-11-22", {"role_provider": true}, {"c_infers": "research"}, {})
	"c_infers" in counter.open with input as doubtful
	generality := given.system(
		"2026-11-22", {"role_gpai_provider": true, "gpai_model": true},
		{"gpai_significant_generality": "research"}, {},
	)
	"gpai_significant_generality" in counter.open with input as generality
}

test_what_is_not_in_use_is_not_asked_about if {
	every case in [
		[{"interacts_with_persons": false, "t_obvious": true}, "audience_vulnerable"],
		[{"interacts_with_persons": false, "t_le_authorised": true}, "t_public_crime_report"],
		[{"interacts_with_persons": true, "t_obvious": true, "audience_vulnerable": false}, "t_public_crime_report"],
		[{"interacts_with_persons": true, "t_le_authorised": true, "t_public_crime_report": false}, "audience_vulnerable"],
		[{"publishes_public_interest_text": false, "t_editorial": true}, "review_after_last_ai_edit"],
		[{"publishes_public_interest_text": true, "t_le_authorised": true}, "review_after_last_ai_edit"],
		[{"a1_act": 11, "a1_is_product": true, "a1_third_party_required": true}, "a1_safety_function"],
		[{"a1_act": 11, "a1_is_product": true, "a1_third_party_required": true}, "a1_failure_endangers"],
		[{"iii_2": true}, "authority_area"],
		[{"iii_4a": true}, "part_of_larger_system"],
		[{"role_gpai_provider": true, "gpai_model": true}, "foss_monetised"],
		[{"foss_licence_full": true, "foss_weights_public": true}, "foss_monetised"],
		[{"role_gpai_provider": true, "gpai_model": true}, "gpai_significant_generality"],
		[{"p5e_face_db_scraping": true, "a1_act": 11, "a1_is_product": true}, "a1_third_party_required"],
	] {
		not case[1] in _open(object.union(case[0], {case[1]: null}))
	}
}

_links(changes) := _open(object.union(
	{"eu_placed_or_service": null, "eu_deployer": null, "eu_output_used": null, "eu_other_operator": null},
	changes,
))

test_links_are_asked_when_some_are_denied_and_none_holds if {
	_links({"eu_deployer": false}) == {"eu_placed_or_service", "eu_output_used", "eu_other_operator"}
	_links({"eu_deployer": false, "eu_output_used": true}) == set()
	_links({}) == set()
	_links({"eu_deployer": false, "x_premarket_rnd": true}) == set()
	_links({"eu_deployer": false, "x_military": true}) == set()
}

test_each_element_of_a_safety_component_is_asked if {
	every name in ["a1_safety_function", "a1_failure_endangers"] {
		name in _open({"a1_act": 11, "a1_third_party_required": true, name: null})
	}
}

test_the_generality_of_a_model_is_asked_of_its_provider_only if {
	owners := {"gpai_significant_generality": "research"}
	deployer := given.system("2026-11-22", {"role_deployer": true, "gpai_model": true}, owners, {})
	not "gpai_significant_generality" in counter.open with input as deployer
}
