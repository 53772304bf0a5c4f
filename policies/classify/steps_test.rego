package aiact.classify.steps_test

import data.aiact.classify.given_test as given
import data.aiact.classify.steps

_result(answers) := {step.step: step.result | some step in found} if {
	found := steps.steps with input as given.described("2026-11-22", answers)
}

_names := [
	"ai-system", "scope", "roles", "prohibited", "annex-i", "annex-iii", "article-6-3", "transparency",
	"gpai", "conformity-route", "registration", "supervisor", "dates",
]

test_all_steps_in_order_with_a_reason if {
	found := steps.steps with input as given.only({})
	[step.step | some step in found] == _names
	every step in found {
		count(step.result) > 0
		endswith(step.reason, ".")
		is_object(step.facts)
	}
}

_product := {"a1_is_product": true, "a1_third_party_required": true}

_filter := {
	"iii_4a": true, "art6_3_claimed": true, "f_a": true,
	"f_no_significant_risk": true, "f_no_material_influence": true,
}

test_results if {
	every case in [
		[{"c_infers": false}, "ai-system", "no AI system"],
		[{"c_infers": false}, "scope", "out of scope"],
		[{"x_foss": true}, "scope", "out of scope"],
		[{"x_military": true}, "scope", "out of scope"],
		[{"x_personal_use": true}, "scope", "out of scope"],
		[{"eu_placed_or_service": false}, "scope", "out of scope"],
		[{}, "roles", "none"],
		[{"role_shift_rebrand": true, "iii_4a": true}, "roles", "provider"],
		[{"role_deployer": true}, "roles", "deployer"],
		[{"role_provider": true, "p5e_face_db_scraping": true}, "prohibited", "Art. 5(1)(e)"],
		[{"role_provider": true, "p5e_face_db_scraping": true}, "annex-i", "not examined"],
		[{"role_provider": true, "p5e_face_db_scraping": true}, "annex-iii", "not examined"],
		[{"role_provider": true, "p5e_face_db_scraping": null}, "prohibited", "open"],
		[_upcoming, "prohibited", "not met yet"],
		[object.union(_product, {"a1_acts": [{"act": 11}]}), "annex-i", "Section A"],
		[object.union(_product, {"a1_acts": [{"act": 18}]}), "annex-i", "Section B"],
		[{"role_provider": true, "a1_acts": null}, "annex-i", "open"],
		[{"role_provider": true, "a1_acts": []}, "annex-i", "not met"],
		[{"iii_4a": true}, "annex-iii", "Annex III 4(a)"],
		[{"iii_4a": true, "iii_5b": null}, "annex-iii", "Annex III 4(a)"],
		[{"role_provider": true, "iii_5b": null}, "annex-iii", "open"],
		[{"role_provider": true}, "annex-iii", "not met"],
		[_filter, "article-6-3", "not high-risk"],
		[object.union(_filter, {"performs_profiling": true}), "article-6-3", "high-risk"],
		[{"iii_4a": true}, "article-6-3", "high-risk"],
		[{"role_provider": true, "interacts_with_persons": true}, "transparency", "Art. 50(1)"],
		[{"role_provider": true, "interacts_with_persons": null}, "transparency", "open"],
		[{"gpai_model": true}, "gpai", "general-purpose model"],
		[{"gpai_model": true, "training_flop": 2e25}, "gpai", "systemic risk"],
		[{"iii_4a": true}, "dates", "2027-12-02"],
		[{"iii_4a": true, "placed_on_market_date": 20000}, "dates", "already placed"],
	] {
		_result(case[0])[case[1]] == case[2]
	}
}

_upcoming := {"role_provider": true, "generates_visual_depictions": true, "csam_intended_purpose": true}

test_the_facts_it_turned_on if {
	found := steps.steps with input as given.only({"iii_4a": true, "iii_5b": false})
	[step.facts | some step in found; step.step == "annex-iii"] == [{"iii_4a": true}]
}

# Every answer a step can turn on is shown with it, whatever it was.
_shown := {
	"ai-system": {"c_machine_based", "c_autonomy", "c_infers", "c_output_influences", "c_excluded_technique"},
	"scope": set(),
	"roles": set(),
	"prohibited": set(),
	"annex-i": {
		"a1_act", "a1_acts", "a1_is_product", "a1_safety_function", "a1_failure_endangers", "a1_third_party_required",
	},
	"annex-iii": set(),
	"article-6-3": {
		"art6_3_claimed", "f_a", "f_b", "f_c", "f_d", "f_no_significant_risk", "f_no_material_influence",
		"performs_profiling", "part_of_larger_system",
	},
	"transparency": {
		"interacts_with_persons", "generates_synthetic_content", "emotion_recognition", "biometric_categorisation",
		"outputs_deep_fakes", "publishes_public_interest_text",
	},
	"gpai": {"gpai_model", "training_flop", "modification_flop"},
	"conformity-route": {"oj_cited_standard_full", "authority_area"},
	"registration": {"authority_area"},
	"supervisor": {"model_provider_same_undertaking", "vlop_vlose"},
	"dates": {
		"placed_on_market_date", "put_into_service_date", "type_first_placed_date", "planned_placing_date",
		"significant_design_change_date",
	},
}

test_each_step_shows_the_answers_it_turned_on if {
	said := {name: false | some name, _ in data.law.facts}
	told := {step.step: object.keys(step.facts) | some step in steps.steps} with data.aiact.classify.facts.f as said
	told == _shown
}
