# METADATA
# title: Prohibited practices (Art. 5)
# description: >-
#   Each practice of Art. 5(1) with its exceptions, three-valued. A practice that is true, dated and met for a declared role is the whole class.
#   Effect suffices for (a) and (b); exceptions are exits, so unknown means not claimed.
package aiact.classify.prohibited

import data.aiact.classify.facts
import data.aiact.classify.law
import data.aiact.classify.roles
import data.aiact.classify.scope
import data.aiact.lib.logic

# By the letters of Art. 5(1).
practice := {
	"a": _manipulation,
	"b": _vulnerability,
	"ba": _intimate_material,
	"bb": _child_abuse_material,
	"c": _social_scoring,
	"d": _crime_prediction,
	"e": _face_scraping,
	"f": _emotions_at_work,
	"g": _sensitive_categorisation,
	"h": _real_time_identification,
}

_manipulation := logic.all([
	scope.before_open_source,
	facts.f.p5a_technique, facts.f.p5a_distortion, facts.f.p5a_significant_harm,
])

_vulnerability := logic.all([
	scope.before_open_source,
	facts.f.p5b_exploits_vulnerability, facts.f.p5b_distortion, facts.f.p5b_significant_harm,
])

# Art. 5(1)(ba), (1a), (1b): intimate material of identifiable persons without explicit consent.
_intimate_material := logic.all([
	scope.before_open_source,
	facts.f.generates_visual_audio_of_persons, facts.f.output_identifiable_persons,
	logic.no(facts.f.ncii_consent_ensured), logic.no(facts.f.ncii_5_1b_only),
	_supplied_or_used(
		facts.f.ncii_intended_purpose, facts.f.ncii_foreseeable_reproducible,
		facts.f.ncii_safeguards_adequate, facts.f.ncii_used_for_purpose,
	),
])

# Art. 5(1)(bb), (1a): neither realism nor an identifiable person is needed; Art. 5(1b) is not available.
_child_abuse_material := logic.all([
	scope.before_open_source,
	logic.any([facts.f.generates_visual_depictions, facts.f.generates_visual_audio_of_persons]),
	logic.no(facts.f.csam_without_right_defence),
	_supplied_or_used(
		facts.f.csam_intended_purpose, facts.f.csam_foreseeable_reproducible,
		facts.f.csam_safeguards_adequate, facts.f.csam_used_for_purpose,
	),
])

# Art. 5(1a): supply with that purpose or without safeguards, or use for that purpose.
_supplied_or_used(purpose, foreseeable, safeguards, used) := logic.any([
	logic.all([_supplier, logic.any([purpose, logic.all([foreseeable, logic.no(safeguards)])])]),
	logic.all([roles.deployer, used]),
])

_supplier := logic.any([roles.provider, facts.f.role_importer])

_social_scoring := logic.all([
	scope.before_open_source,
	facts.f.p5c_scoring_over_time, logic.any([facts.f.p5c_unrelated_context, facts.f.p5c_disproportionate]),
])

_crime_prediction := logic.all([scope.before_open_source, facts.f.p5d_crime_risk_prediction, facts.f.p5d_solely_profiling])

_face_scraping := logic.all([scope.before_open_source, facts.f.p5e_face_db_scraping])

_emotions_at_work := logic.all([
	scope.before_open_source,
	facts.f.emotion_recognition, facts.f.p5f_workplace_or_education,
	logic.no(facts.f.p5f_medical_or_safety), logic.no(facts.f.p5f_personal_training_only),
])

_sensitive_categorisation := logic.all([
	scope.before_open_source,
	facts.f.biometric_categorisation, facts.f.p5g_sensitive_inference, logic.no(facts.f.p5g_labelling_exception),
])

# Art. 5(1)(h), (2)-(7): real-time identification is a prohibition of use.
_real_time_identification := logic.all([
	scope.before_open_source,
	roles.deployer, facts.f.realtime_rbi_le, logic.no(logic.all([facts.f.p5h_objective_met, facts.f.p5h_national_law])),
])

# U12: the text says 2 December 2026; some read the entry into force of the amending act.
new_since := law.in_force if {
	facts.strict("U12")
} else := law.prohibition_2026

# Rules call this, so it names no import: the embedded engine loses them once the package has been evaluated.
since(letter) := new_since if {
	letter in {"ba", "bb"}
} else := _first_since

_first_since := law.prohibition

# Art. 5 binds who places, puts into service or uses.
default addressed := false

addressed if true in [roles.provider, roles.deployer, facts.f.role_importer]

hits := [letter |
	addressed
	some letter, value in practice
	value == true
	since(letter) <= facts.as_of
]

default hit := false

hit if count(hits) > 0
