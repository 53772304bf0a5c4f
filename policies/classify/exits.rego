# METADATA
# title: Exits that took effect
# description: >-
#   Every claimed exclusion, carve-out, exception or relief that changed the answer, with its reason, its authority and the state of its proof.
#   Each is the operator's own declaration and is reported as such.
package aiact.classify.exits

import data.aiact.classify.annex_iii
import data.aiact.classify.derived.known
import data.aiact.classify.duties.when
import data.aiact.classify.facts
import data.aiact.classify.gpai
import data.aiact.classify.open_source
import data.aiact.classify.risk
import data.aiact.classify.scope
import data.aiact.classify.transparency

exits := array.concat(
	[exit | some exit in annex_iii.exits; scope.before_open_source; scope.ai_system],
	[exit |
		some fact in sort(_effective)
		claim := object.get(facts.claims, fact, {})
		exit := {
			"fact": fact,
			"reason": object.get(claim, "reason", null),
			"basis": object.get(_basis, fact, "text"),
			"state": object.get(claim, "evidence", null),
		}
	],
)

# Exceptions that rest on guidelines or recitals; all others stand in the text.
_basis := {
	"p5f_personal_training_only": "final_guideline",
	"t_out_of_scope_output": "final_guideline",
	"t_closed_technical_output": "final_guideline",
	"t_ephemeral_realtime_with_notice": "final_guideline",
}

# Art. 2
_effective contains fact if some fact in scope.exclusions

_effective contains "x_foss" if open_source.excluded

_effective contains "x_personal_use" if {
	facts.f.x_personal_use == true
	facts.f.role_deployer == true
}

# Art. 5: exceptions that keep a practice from being prohibited.
_effective contains fact if {
	when["CTL-5-EXC"] == true
	some practice, exceptions in _practices
	known[practice] == true
	some fact in exceptions
	facts.f[fact] == true
}

_effective contains fact if {
	when["CTL-5-EXC-NEW"] == true
	some fact in _exceptions_2026
	facts.f[fact] == true
}

_practices := {
	"emotion_recognition": ["p5f_medical_or_safety", "p5f_personal_training_only"],
	"biometric_categorisation": ["p5g_labelling_exception"],
	"realtime_rbi_le": ["p5h_objective_met", "p5h_national_law"],
}

_exceptions_2026 := [
	"ncii_consent_ensured", "ncii_5_1b_only", "ncii_safeguards_adequate",
	"csam_without_right_defence", "csam_safeguards_adequate",
]

# Art. 6(3)
_effective contains "art6_3_claimed" if risk.filtered

# Art. 50
_effective contains fact if {
	some name in transparency.exceptions_used
	some fact in _exceptions_50[name]
	facts.f[fact] == true
}

_exceptions_50 := {
	"t50_1_due": ["t_obvious", "t_le_authorised"],
	"t50_2_due": [
		"t_le_authorised", "t_standard_editing", "t_no_substantial_alteration",
		"t_out_of_scope_output", "t_closed_technical_output", "t_ephemeral_realtime_with_notice",
	],
	"t50_3_due": ["t_le_permitted_50_3"],
	"t50_4_df_due": ["t_le_authorised"],
	"t50_4_txt_due": ["t_le_authorised", "t_editorial"],
}

# Arts 53(2), 54(6)
_effective contains fact if {
	gpai.provider
	gpai.open_source
	not gpai.systemic_risk
	some fact in ["foss_licence_full", "foss_weights_public"]
}
