package aiact.classify.exits_test

import data.aiact.classify.exits
import data.aiact.classify.given_test as given

_taken(answers) := {exit.fact | some exit in found; exit.fact} if {
	found := exits.exits with input as given.described("2028-03-01", answers)
}

_model := {"role_gpai_provider": true, "gpai_model": true, "foss_licence_full": true, "foss_weights_public": true}

_open := {"foss_licence_full", "foss_weights_public"}

test_open_source_relieves_a_model_without_systemic_risk if {
	_taken(_model) == _open
	_taken(object.union(_model, {"training_flop": 2e25})) == set()
	_taken(object.union(_model, {"foss_monetised": true})) == set()
	_taken(object.union(_model, {"foss_weights_public": false})) == set()
	_taken(object.union(_model, {"role_gpai_provider": false, "role_provider": true})) == set()
}

test_personal_use_relieves_a_deployer_only if {
	_taken({"x_personal_use": true, "role_deployer": true}) == {"x_personal_use"}
	_taken({"x_personal_use": true, "role_provider": true}) == set()
}

_emotions := {"role_provider": true, "emotion_recognition": true, "p5f_workplace_or_education": true}

_categories := {"role_provider": true, "biometric_categorisation": true, "p5g_sensitive_inference": true}

_real_time := {"role_deployer": true, "realtime_rbi_le": true, "p5h_objective_met": true, "p5h_national_law": true}

test_an_exception_counts_with_its_practice if {
	every fact in ["p5f_medical_or_safety", "p5f_personal_training_only"] {
		_taken(object.union(_emotions, {fact: true})) == {fact}
		_taken({"role_provider": true, fact: true}) == set()
	}
	_taken(object.union(_categories, {"p5g_labelling_exception": true})) == {"p5g_labelling_exception"}
	_taken({"role_provider": true, "p5g_labelling_exception": true}) == set()
	_taken(_real_time) == {"p5h_objective_met", "p5h_national_law"}

	# One practice is excepted, another is met without its exception: the exception of the second did not take effect.
	both := object.union_n([_emotions, {"p5f_medical_or_safety": true, "p5g_labelling_exception": true}])
	_taken(both) == {"p5f_medical_or_safety"}
}

_pictures := {
	"role_provider": true, "generates_synthetic_content": true, "generates_visual_audio_of_persons": true,
	"generates_visual_depictions": true, "output_identifiable_persons": true,
	"ncii_foreseeable_reproducible": true, "csam_foreseeable_reproducible": true,
}

test_safeguards_and_defences if {
	every fact in ["ncii_safeguards_adequate", "csam_safeguards_adequate", "csam_without_right_defence", "ncii_consent_ensured", "ncii_5_1b_only"] {
		_taken(object.union(_pictures, {fact: true})) == {fact}
		_taken({"role_provider": true, fact: true}) == set()
	}
}

_marked := {"role_provider": true, "generates_synthetic_content": true}

_published := {"role_deployer": true, "publishes_public_interest_text": true, "review_after_last_ai_edit": true}

test_exceptions_to_transparency_count_where_they_were_used if {
	every fact in [
		"t_le_authorised", "t_standard_editing", "t_no_substantial_alteration",
		"t_out_of_scope_output", "t_closed_technical_output", "t_ephemeral_realtime_with_notice",
	] {
		_taken(object.union(_marked, {fact: true})) == {fact}
		_taken({"role_provider": true, fact: true}) == set()
	}
	_taken({"role_provider": true, "interacts_with_persons": true, "t_obvious": true}) == {"t_obvious"}
	_taken({"role_provider": true, "interacts_with_persons": true, "t_le_authorised": true}) == {"t_le_authorised"}
	_taken({"role_deployer": true, "emotion_recognition": true, "t_le_permitted_50_3": true}) == {"t_le_permitted_50_3"}
	_taken({"role_deployer": true, "outputs_deep_fakes": true, "t_le_authorised": true}) == {"t_le_authorised"}
	every fact in ["t_le_authorised", "t_editorial"] {
		_taken(object.union(_published, {fact: true})) == {fact}
	}
}

test_guidance_is_named_as_what_an_exception_rests_on if {
	every fact, basis in {"t_out_of_scope_output": "final_guideline", "t_standard_editing": "text"} {
		[exit] := exits.exits with input as given.described("2028-03-01", object.union(_marked, {fact: true}))
		exit.basis == basis
		exit.reason == null
		exit.state == null
	}
}
