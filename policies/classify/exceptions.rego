# METADATA
# title: Claimed exceptions to Art. 5
# description: >-
#   Whether an exception is what keeps a practice from being prohibited; such an exception has to be proven. Two dates: the original practices,
#   and (ba), (bb) since 2026.
package aiact.classify.exceptions

import data.aiact.classify.derived.known
import data.aiact.lib.logic

# Art. 5(1)(f), (g), (h)
claimed := logic.all([
	known.in_scope,
	logic.any([
		logic.all([
			known.emotion_recognition, known.p5f_workplace_or_education,
			logic.any([known.p5f_medical_or_safety, known.p5f_personal_training_only]),
		]),
		logic.all([known.biometric_categorisation, known.p5g_sensitive_inference, known.p5g_labelling_exception]),
		logic.all([known.role_deployer, known.realtime_rbi_le, known.p5h_objective_met, known.p5h_national_law]),
	]),
])

claimed_2026 := logic.all([known.in_scope, logic.any([_intimate, _child_abuse])])

_supplier := logic.any([known.role_provider, known.role_importer])

# Art. 5(1)(ba): consent, Art. 5(1b), safeguards.
_intimate := logic.all([
	known.generates_visual_audio_of_persons, known.output_identifiable_persons,
	logic.any([_intimate_supply, logic.all([known.role_deployer, known.ncii_used_for_purpose, _consent_or_edit])]),
])

_intimate_supply := logic.all([
	_supplier,
	logic.any([
		logic.all([known.ncii_intended_purpose, _consent_or_edit]),
		logic.all([
			known.ncii_foreseeable_reproducible,
			logic.any([_consent_or_edit, known.ncii_safeguards_adequate]),
		]),
	]),
])

_consent_or_edit := logic.any([known.ncii_consent_ensured, known.ncii_5_1b_only])

# Art. 5(1)(bb): the national defence "without right", safeguards.
_child_abuse := logic.all([
	logic.any([known.generates_visual_depictions, known.generates_visual_audio_of_persons]),
	logic.any([
		_child_abuse_supply,
		logic.all([known.role_deployer, known.csam_used_for_purpose, known.csam_without_right_defence]),
	]),
])

_child_abuse_supply := logic.all([
	_supplier,
	logic.any([
		logic.all([known.csam_intended_purpose, known.csam_without_right_defence]),
		logic.all([
			known.csam_foreseeable_reproducible,
			logic.any([known.csam_without_right_defence, known.csam_safeguards_adequate]),
		]),
	]),
])
