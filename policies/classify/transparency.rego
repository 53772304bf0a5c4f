# METADATA
# title: Transparency towards persons (Art. 50)
# description: >-
#   Which paragraph of Art. 50 has its trigger and no exception: 50(1) and (2) bind providers, 50(3) and (4) deployers. An unknown exception is
#   no exception, an unknown trigger stays null. Cumulative with high-risk (Art. 50(6)).
package aiact.classify.transparency

import data.aiact.classify.facts
import data.aiact.classify.law
import data.aiact.classify.roles
import data.aiact.lib.logic

_triggers := {
	"t50_1_due": facts.f.interacts_with_persons,
	"t50_2_due": facts.f.generates_synthetic_content,
	"t50_3_due": logic.any([facts.f.emotion_recognition, facts.f.biometric_categorisation]),
	"t50_4_df_due": facts.f.outputs_deep_fakes,
	"t50_4_txt_due": facts.f.publishes_public_interest_text,
}

# Whose duty each paragraph is.
owed := {
	"t50_1_due": roles.provider,
	"t50_2_due": roles.provider,
	"t50_3_due": roles.deployer,
	"t50_4_df_due": roles.deployer,
	"t50_4_txt_due": roles.deployer,
}

# Art. 50(1): obvious from the context (never for a vulnerable audience), or crime detection authorised by law.
exempt contains "t50_1_due" if {
	facts.f.t_obvious == true
	facts.f.audience_vulnerable != true
}

exempt contains "t50_1_due" if {
	facts.f.t_le_authorised == true
	facts.f.t_public_crime_report != true
}

# Art. 50(2); guidelines C(2026) 5054 points 64-68, 86-92.
exempt contains "t50_2_due" if {
	true in [
		facts.f.t_le_authorised, facts.f.t_standard_editing, facts.f.t_no_substantial_alteration,
		facts.f.t_out_of_scope_output, facts.f.t_closed_technical_output, facts.f.t_ephemeral_realtime_with_notice,
	]
}

# Art. 50(3), second sentence.
exempt contains "t50_3_due" if facts.f.t_le_permitted_50_3 == true

# Art. 50(4): an evidently artistic work has a lighter form and no exemption. Content made before the date need not be labelled (point 154).
exempt contains "t50_4_df_due" if facts.f.t_le_authorised == true

exempt contains "t50_4_df_due" if _before(facts.f.content_generated_date)

exempt contains "t50_4_txt_due" if facts.f.t_le_authorised == true

exempt contains "t50_4_txt_due" if {
	facts.f.t_editorial == true
	facts.f.review_after_last_ai_edit != false
}

exempt contains "t50_4_txt_due" if {
	_before(facts.f.content_generated_date)
	_before(facts.f.content_published_date)
}

_before(date) if {
	is_number(date)
	date < law.content_before
}

due := {name: value | some name, trigger in _triggers; value := _after_exceptions(name, trigger)}

_after_exceptions(name, _) := false if name in exempt

_after_exceptions(name, trigger) := trigger if not name in exempt

# Art. 2(12): the open-source exclusion yields to Art. 50, whoever owes it and also while a trigger is unknown.
default triggered := false

triggered if {
	some value in due
	value != false
}

exceptions_used := [name |
	some name in exempt
	_triggers[name] != false
	owed[name]
]

default exception_claimed := false

exception_claimed if count(exceptions_used) > 0

# Paragraphs a declared role owes for certain.
owes := [name | some name, value in due; value == true; owed[name]]
