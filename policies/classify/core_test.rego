package aiact.classify.core_test

import data.aiact.classify.core
import data.aiact.classify.given_test as given
import data.aiact.classify.questions

test_nothing_answered if {
	found := {fact | some fact in core.core} with input as given.only({})
	every name in ["role_provider", "role_deployer", "eu_deployer", "a1_acts", "iii_4a"] { name in found }
	not "p5a_technique" in found
	not "interacts_with_persons" in found
}

test_everything_answered if {
	core.core == [] with input as given.described("2026-11-22", {"role_provider": true, "role_deployer": true})
	core.questions == [] with input as given.described("2026-11-22", {"role_provider": true, "workers_50_plus": null})
}

_without(name, role) := given.described("2027-01-01", {role: true, name: null})

test_each_core_answer if {
	every case in [
		["p5e_face_db_scraping", "role_provider"],
		["a1_acts", "role_provider"],
		["iii_8b", "role_provider"],
		["interacts_with_persons", "role_provider"],
		["generates_synthetic_content", "role_provider"],
		["outputs_deep_fakes", "role_deployer"],
		["publishes_public_interest_text", "role_deployer"],
		["emotion_recognition", "role_deployer"],
	] {
		core.core == [case[0]] with input as _without(case[0], case[1])
	}
	core.core == [] with input as _without("interacts_with_persons", "role_deployer")
}

test_an_admitted_question_is_no_core_answer if {
	answers := object.remove(given.described("2027-01-01", {"role_provider": true}).manifest.answers, ["iii_8b"])
	owned := given.system("2027-01-01", answers, {"iii_8b": "legal"}, {})
	core.core == [] with input as owned
	core.questions == [{"fact": "iii_8b", "owner": "legal"}] with input as owned
}

test_links_to_the_union if {
	open := {"eu_placed_or_service": null, "eu_deployer": null, "eu_output_used": null, "eu_other_operator": null}
	core.core == sort(object.keys(open)) with input as given.described("2026-11-22", object.union({"role_provider": true}, open))
	core.core == [] with input as given.described("2026-11-22", object.union({"role_provider": true, "x_military": true}, open))
	core.core == [] with input as given.described("2026-11-22", object.union({"role_provider": true, "x_premarket_rnd": true}, open))
	some_no := object.union(open, {"role_provider": true, "eu_deployer": false})
	core.core == [] with input as given.described("2026-11-22", some_no)
	count(core.questions) == 3 with input as given.described("2026-11-22", some_no)
}

test_profiling_where_annex_iii_is_met if {
	core.core == [] with input as _without("performs_profiling", "role_provider")
	met := given.described("2026-11-22", {"role_provider": true, "iii_4a": true, "performs_profiling": null})
	core.core == ["performs_profiling"] with input as met
}

test_a_negative_branch_asks_nothing if {
	answers := {"role_provider": true, "a1_third_party_required": null, "a1_is_product": null, "a1_safety_function": null}
	core.questions == [] with input as given.described("2026-11-22", answers)
	first := {"role_provider": true, "p5a_technique": false, "p5a_distortion": null, "p5a_significant_harm": null}
	core.core == [] with input as given.described("2026-11-22", first)
	silent := {"role_provider": true, "generates_visual_audio_of_persons": null, "ncii_intended_purpose": null}
	core.core == [] with input as given.described("2027-01-01", silent)
}

_generator := {
	"role_provider": true, "generates_synthetic_content": true, "generates_visual_audio_of_persons": true,
	"generates_visual_depictions": true, "output_identifiable_persons": true,
	"ncii_foreseeable_reproducible": null, "csam_foreseeable_reproducible": null,
}

test_a_general_generator_is_a_dated_question if {
	every iso in ["2026-11-22", "2026-12-02"] {
		core.core == [] with input as given.described(iso, _generator)
		count(core.questions) == 2 with input as given.described(iso, _generator)
	}
}

test_the_new_practices_are_core_from_their_date if {
	unscreened := object.union(_generator, {"ncii_intended_purpose": null})
	core.core == [] with input as given.described("2026-12-01", unscreened)
	core.core == ["ncii_intended_purpose"] with input as given.described("2026-12-02", unscreened)
}

test_a_provider_of_a_model_says_which if {
	core.core == ["gpai_model"] with input as given.described("2026-11-22", {"role_gpai_provider": true, "gpai_model": null})
}

test_only_the_role_that_owes_is_asked if {
	open := {"role_provider": true, "ncii_used_for_purpose": null}
	asked := object.union(_generator, open)
	not "ncii_used_for_purpose" in core.core with input as given.described("2027-01-01", asked)
}

test_groups_and_conditions if {
	answered := {"role_deployer": true, "iii_4a": true, "public_law_body": true, "private_public_services": null, "dpia_required": null}
	questions.open["AIA-27-4"] == ["dpia_required"] with input as given.described("2026-11-22", answered)
	parts := {"role_provider": true, "iii_4a": true, "uses_third_party_components": null, "supplied_into_high_risk": null}
	questions.open["AIA-25-4"] == ["uses_third_party_components"] with input as given.described("2026-11-22", parts)
}

test_nothing_about_classes_where_none_matters if {
	every name in ["a1_acts", "iii_8b", "performs_profiling"] {
		every outside in [
			{"p5e_face_db_scraping": true},
			{"x_military": true},
			{"c_infers": false, "role_gpai_provider": true, "gpai_model": true},
		] {
			answers := object.union_n([{"role_provider": true, "iii_4a": true}, outside, {name: null}])
			not name in core.core with input as given.described("2027-01-01", answers)
		}
	}
}

test_one_act_or_a_list_of_acts_answers_annex_i if {
	answers := {"role_provider": true, "a1_acts": null, "a1_act": 11}
	not "a1_acts" in core.core with input as given.described("2027-01-01", answers)
}

# Each fact on which a practice of Art. 5(1)(a)-(h) turns, and the facts that make it matter.
_practices := [
	["p5a_technique", "p5a_distortion", "p5a_significant_harm"],
	["p5b_exploits_vulnerability", "p5b_distortion", "p5b_significant_harm"],
	["p5c_scoring_over_time", "p5c_unrelated_context"],
	["p5c_scoring_over_time", "p5c_disproportionate"],
	["p5d_crime_risk_prediction", "p5d_solely_profiling"],
	["p5e_face_db_scraping"],
	["emotion_recognition", "p5f_workplace_or_education"],
	["biometric_categorisation", "p5g_sensitive_inference"],
	["realtime_rbi_le"],
]

test_each_fact_of_a_practice_is_core if {
	every facts in _practices {
		every name in facts {
			said := object.union({fact: true | some fact in facts}, {"role_deployer": true, name: null})
			name in core.core with input as given.described("2026-11-22", said)
		}
	}
}

test_no_link_is_asked_of_what_the_act_does_not_regulate if {
	open := {"eu_placed_or_service": null, "eu_deployer": null, "eu_output_used": null, "eu_other_operator": null}
	answers := object.union(open, {"role_provider": true, "c_infers": false})
	core.core == [] with input as given.described("2026-11-22", answers)
}

test_a_point_that_was_left_by_a_carve_out_is_not_asked_again if {
	exit := {"point": "4a", "reason": "controlled_by_person_concerned", "basis": "draft_guideline"}
	answers := {"role_provider": true, "iii_4a": null}
	"iii_4a" in core.core with input as given.described("2026-11-22", answers)
	claimed := object.union(answers, {"iii_exits": [exit]})
	not "iii_4a" in core.core with input as given.described("2026-11-22", claimed)
}

test_art_50_is_not_asked_outside_the_act if {
	answers := {"role_provider": true, "interacts_with_persons": null}
	"interacts_with_persons" in core.core with input as given.described("2026-11-22", answers)
	outside := object.union(answers, {"x_military": true})
	not "interacts_with_persons" in core.core with input as given.described("2026-11-22", outside)
}

test_both_new_practices_are_core_from_their_date if {
	every name in ["ncii_intended_purpose", "csam_intended_purpose"] {
		said := {
			"role_provider": true, "generates_visual_audio_of_persons": true, "generates_visual_depictions": true,
			"output_identifiable_persons": true, "generates_synthetic_content": true, name: null,
		}
		name in core.core with input as given.described("2026-12-02", said)
		not name in core.core with input as given.described("2026-12-01", said)
	}
}
