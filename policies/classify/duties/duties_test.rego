package aiact.classify.duties_test

import data.aiact.classify.duties.warn_only
import data.aiact.classify.duties.when
import data.aiact.classify.given_test as given

# [answers, obligation, value]: each carve-out of the duties on both sides.
_provider := [
	[{}, "AIA-9-1", false],
	[{"iii_4a": true}, "AIA-9-1", true],
	[{"iii_4a": true}, "AIA-12-3", false],
	[{"iii_1a": true}, "AIA-12-3", true],
	[{"iii_1a": true, "two_person_verification_disproportionate_by_law": true}, "AIA-14-5", false],
	[{"iii_4a": true, "trains_models": true}, "AIA-10-2", true],
	[{"iii_4a": true, "trains_models": true}, "AIA-10-6", false],
	[{"iii_4a": true}, "AIA-10-6", true],
	[{"iii_4a": true, "sme": true, "opts_simplified_techdoc": true}, "AIA-11-1-SME", true],
	[{"iii_4a": true, "opts_simplified_techdoc": true}, "AIA-11-1-SME", false],
	[{"iii_4a": true}, "AIA-22-1", false],
	[{"iii_4a": true, "provider_established_in_eu": false}, "AIA-22-1", true],
	[{"role_shift_by_other": true}, "AIA-25-2", true],
	[{"role_shift_by_other": true, "excluded_high_risk_use_clearly": true}, "AIA-25-2", false],
	[{"iii_4a": true}, "AIA-43-2", true],
	[{"iii_4a": true}, "AIA-43-1", false],
	[{"iii_1a": true}, "AIA-43-1", true],
	[{"iii_4a": true}, "AIA-49-1", true],
	[{"iii_2": true}, "AIA-49-1", false],
	[{"iii_2": true}, "AIA-49-5", true],
	[{"generates_synthetic_content": true}, "AIA-50-2", true],
	[{"generates_synthetic_content": true}, "AIA-50-5", true],
	[{"real_world_testing": true, "iii_4a": true}, "AIA-60-4", true],
	[{"real_world_testing": true, "annex_i_b_testing": true}, "AIA-60-4", false],
	[{"real_world_testing": true, "annex_i_b_testing": true}, "AIA-60A", true],
	[{"iii_5b": true, "financial_institution": true}, "AIA-72-4", true],
]

test_provider if {
	every case in _provider {
		when[case[1]] == case[2] with input as given.described("2026-11-22", object.union({"role_provider": true}, case[0]))
	}
}

test_the_filter_moves_the_registration if {
	filtered := {
		"role_provider": true, "iii_4a": true, "art6_3_claimed": true, "f_a": true,
		"f_no_significant_risk": true, "f_no_material_influence": true,
	}
	every id, value in {"AIA-6-4": true, "AIA-49-2": true, "AIA-49-1": false, "AIA-9-1": false} {
		when[id] == value with input as given.described("2026-11-22", filtered)
	}
	rejected := object.union(filtered, {"performs_profiling": true})
	every id, value in {"AIA-6-4": false, "AIA-49-2": false, "AIA-49-1": true, "AIA-9-1": true} {
		when[id] == value with input as given.described("2026-11-22", rejected)
	}
}

test_point_2_filtered_registers_under_49_2 if {
	filtered := {
		"role_provider": true, "iii_2": true, "art6_3_claimed": true, "f_a": true,
		"f_no_significant_risk": true, "f_no_material_influence": true,
	}
	when["AIA-49-2"] == true with input as given.described("2026-11-22", filtered)
}

_deployer := [
	[{"iii_4a": true}, "AIA-26-1", true],
	[{"iii_4a": true}, "AIA-26-8", false],
	[{"iii_4a": true, "public_authority_deployer": true}, "AIA-26-8", true],
	[{"iii_2": true, "public_authority_deployer": true}, "AIA-49-3", false],
	[{"iii_4a": true, "union_institution": true}, "AIA-49-3", true],
	[{"iii_4a": true, "decisions_about_persons": true}, "AIA-26-11", true],
	[{"iii_6a": true, "decisions_about_persons": true, "authority_area": "law_enforcement"}, "AIA-26-11", false],
	[{"iii_1a": true, "post_rbi_le": true, "post_rbi_target": "victim_or_missing"}, "AIA-26-10-AUTH", false],
	[{"iii_1a": true, "post_rbi_le": true, "post_rbi_target": "suspected_or_convicted"}, "AIA-26-10-AUTH", true],
	[{"iii_1a": true, "post_rbi_le": true}, "AIA-26-10-AUTH", null],
	[{"iii_4a": true}, "AIA-27-1", false],
	[{"iii_5b": true}, "AIA-27-1", true],
	[{"iii_5c": true}, "AIA-27-1", true],
	[{"iii_2": true, "public_law_body": true}, "AIA-27-1", false],
	[{"iii_4a": true, "private_public_services": true, "dpia_required": true}, "AIA-27-4", true],
	[{"iii_2": true, "decision_legal_or_similar_effect": true}, "AIA-86-1", false],
	[{"iii_4a": true, "decision_legal_or_similar_effect": true}, "AIA-86-1", true],
	[{"outputs_deep_fakes": true}, "AIA-50-4-DF", true],
	[{"interacts_with_persons": true}, "AIA-50-1", false],
	[{"realtime_rbi_le": true, "p5h_objective_met": true, "p5h_national_law": true}, "AIA-5-3", true],
]

test_deployer if {
	every case in _deployer {
		when[case[1]] == case[2] with input as given.described("2026-11-22", object.union({"role_deployer": true}, case[0]))
	}
	critical := {"role_deployer": true, "iii_2": true, "public_authority_deployer": true}
	warn_only["AIA-26-8"] == true with input as given.described("2026-11-22", critical)
}

_model := [
	[{}, "AIA-53-1-A", true],
	[{"foss_licence_full": true, "foss_weights_public": true}, "AIA-53-1-A", false],
	[{"foss_licence_full": true, "foss_weights_public": true}, "AIA-53-1-C", true],
	[{"foss_licence_full": true, "foss_weights_public": true}, "AIA-53-1-D", true],
	[{"foss_licence_full": true, "foss_weights_public": true, "training_flop": 2e25}, "AIA-53-1-A", true],
	[{"training_flop": 2e25}, "AIA-55-1-A", true],
	[{}, "AIA-55-1-A", false],
	[{}, "AIA-53-4", true],
	[{"gpai_code_signatory": true}, "AIA-53-4", false],
	[{"provider_established_in_eu": false}, "AIA-54-1", true],
]

test_models if {
	every case in _model {
		answers := object.union({"role_gpai_provider": true, "gpai_model": true}, case[0])
		when[case[1]] == case[2] with input as given.described("2026-11-22", answers)
	}
}

test_value_chain if {
	every role, id in {
		"role_importer": "AIA-23-1",
		"role_distributor": "AIA-24-1",
		"role_authorised_rep": "AIA-22-3",
	} {
		when[id] == true with input as given.described("2026-11-22", {role: true, "iii_4a": true})
		when[id] == false with input as given.described("2026-11-22", {role: true})
	}
	part := {"role_third_party_supplier": true, "supplied_into_high_risk": true}
	when["AIA-25-4"] == true with input as given.described("2026-11-22", part)
	when["AIA-25-4"] == false with input as given.described("2026-11-22", object.union(part, {"component_foss": true}))
}
