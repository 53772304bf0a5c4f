package aiact.classify.exceptions_test

import data.aiact.classify.exceptions
import data.aiact.classify.exits
import data.aiact.classify.given_test as given

_by(role, answers) := given.described("2027-01-01", object.union({role: true}, answers))

_emotions := {"emotion_recognition": true, "p5f_workplace_or_education": true}

_people := {"generates_visual_audio_of_persons": true, "output_identifiable_persons": true}

test_original_practices if {
	exceptions.claimed == false with input as _by("role_provider", _emotions)
	every name in ["p5f_medical_or_safety", "p5f_personal_training_only"] {
		exceptions.claimed == true with input as _by("role_provider", object.union(_emotions, {name: true}))
	}
	traits := {"biometric_categorisation": true, "p5g_sensitive_inference": true, "p5g_labelling_exception": true}
	exceptions.claimed == true with input as _by("role_provider", traits)
	search := {"realtime_rbi_le": true, "p5h_objective_met": true, "p5h_national_law": true}
	exceptions.claimed == true with input as _by("role_deployer", search)
	exceptions.claimed == false with input as _by("role_provider", search)
}

test_practices_of_2026 if {
	foreseen := object.union(_people, {"ncii_foreseeable_reproducible": true})
	exceptions.claimed_2026 == false with input as _by("role_provider", foreseen)
	guarded := object.union(foreseen, {"ncii_safeguards_adequate": true})
	exceptions.claimed_2026 == true with input as _by("role_provider", guarded)
	used := object.union(_people, {"ncii_used_for_purpose": true, "ncii_consent_ensured": true})
	exceptions.claimed_2026 == true with input as _by("role_deployer", used)
	right := {"generates_visual_depictions": true, "csam_used_for_purpose": true, "csam_without_right_defence": true}
	exceptions.claimed_2026 == true with input as _by("role_deployer", right)
	safe := {"generates_visual_depictions": true, "csam_foreseeable_reproducible": true, "csam_safeguards_adequate": true}
	exceptions.claimed_2026 == true with input as _by("role_importer", safe)
}

_taken(role, answers) := {exit.fact | some exit in found} if {
	found := exits.exits with input as _by(role, answers)
}

test_exits_that_took_effect if {
	_taken("role_provider", {}) == set()
	_taken("role_provider", {"x_military": true}) == {"x_military"}
	_taken("role_provider", {"x_foss": true}) == {"x_foss"}
	_taken("role_deployer", {"x_personal_use": true}) == {"x_personal_use"}
	_taken("role_provider", object.union(_emotions, {"p5f_medical_or_safety": true})) == {"p5f_medical_or_safety"}
	_taken("role_provider", {"p5f_medical_or_safety": true}) == set()
	foreseen := {"ncii_foreseeable_reproducible": true, "ncii_safeguards_adequate": true}
	_taken("role_provider", object.union(_people, foreseen)) == {"ncii_safeguards_adequate"}
	_taken("role_provider", {"interacts_with_persons": true, "t_obvious": true}) == {"t_obvious"}
	_taken("role_provider", {"iii_5b": true, "iii_5b_fraud_only": true}) == {"iii_5b_fraud_only"}
	free := {"gpai_model": true, "foss_licence_full": true, "foss_weights_public": true, "role_gpai_provider": true}
	_taken("role_gpai_provider", free) == {"foss_licence_full", "foss_weights_public"}
	filtered := {
		"iii_4a": true, "art6_3_claimed": true, "f_a": true,
		"f_no_significant_risk": true, "f_no_material_influence": true,
	}
	_taken("role_provider", filtered) == {"art6_3_claimed"}
}

test_reason_basis_and_proof if {
	answers := {"role_provider": true, "interacts_with_persons": true, "t_obvious": true}
	system := object.union(given.described("2026-11-22", answers), {"manifest": {
		"answers": answers,
		"claims": {"t_obvious": {"reason": "labelled robot", "evidence": "present"}},
	}})
	[exit] := exits.exits with input as system
	exit == {"fact": "t_obvious", "reason": "labelled robot", "basis": "text", "state": "present"}
}
