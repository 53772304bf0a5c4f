# METADATA
# title: Derived facts
# description: >-
#   Every fact the law derives from the declared ones, and `known`: declared and derived together, the only thing the duties read.
package aiact.classify.derived

import data.aiact.classify.classes
import data.aiact.classify.facts
import data.aiact.classify.gpai
import data.aiact.classify.legacy
import data.aiact.classify.open_source
import data.aiact.classify.prohibited
import data.aiact.classify.risk
import data.aiact.classify.roles
import data.aiact.classify.supervisor
import data.aiact.classify.transparency

known := object.union(facts.f, derived)

derived := object.union(transparency.due, {
	"in_scope": open_source.in_scope,
	"any_art5_hit": prohibited.hit,
	"role_provider": roles.provider,
	"role_deployer": roles.deployer,
	"role_gpai_provider": gpai.provider,
	"high_risk": risk.high_risk,
	"hr_annex_iii": risk.hr_annex_iii,
	"hr_annex_i_a": risk.hr_annex_i_a,
	"hr_annex_i_b_only": risk.section_b_only,
	"annex_iii_listed": risk.listed,
	"annex_iii_1": _meets("1"),
	"annex_iii_2": _meets("2"),
	"annex_iii_only_2": risk.points == ["2"],
	"annex_iii_5b": "5b" in risk.points,
	"annex_iii_5c": "5c" in risk.points,
	"rbi_1a": "1a" in risk.points,
	"law_enforcement_use": facts.f.authority_area == "law_enforcement",
	"post_rbi_suspect": post_rbi_suspect,
	"t50_exception_claimed": transparency.exception_claimed,
	"transparency": classes.owes_transparency,
	"gpai_modifier_is_provider": gpai.modifier_is_provider,
	"training_flop_gt_1e25": gpai.above_threshold,
	"systemic_risk": gpai.systemic_risk,
	"foss_model_exempt": gpai.open_source,
	"gpai_placed_before_2025_08_02": gpai.placed_before_chapter_v,
	"legacy": legacy.holds,
	"legacy_50_2": legacy.marking_legacy,
	"art50_2_disputed": legacy.marking_disputed,
	"ai_office_competent": supervisor.ai_office_competent,
})

_meets(digit) if {
	some point in risk.points
	startswith(point, digit)
} else := false

# Art. 26(10): the authorisation concerns suspects and convicted persons.
post_rbi_suspect := null if {
	facts.f.post_rbi_target == null
} else := facts.f.post_rbi_target == "suspected_or_convicted"
