# METADATA
# title: The argument, step by step
# description: >-
#   One entry for each step of the decision: the provision, the result, the answers it turned on and one sentence of reason, in the order a
#   lawyer would read them.
package aiact.classify.steps

import data.aiact.classify.facts
import data.aiact.classify.reasons

steps := [object.union(step, {"facts": _answers(step.facts)}) | some step in _steps]

_answers(names) := {name: facts.f[name] | some name in names; facts.f[name] != null}

_steps := array.concat(
	[
		_step("ai-system", "Art. 3(1)", reasons.ai_system, _elements),
		_step("scope", "Art. 2", reasons.scope, _scope),
		_step("roles", "Arts 3(3)-(8), 25", reasons.roles, _roles),
		_step("prohibited", "Art. 5(1)", reasons.prohibited, _true("p5")),
		_step("annex-i", "Art. 6(1)", reasons.annex_i, _product),
		_step("annex-iii", "Art. 6(2)", reasons.annex_iii, _true("iii_")),
		_step("article-6-3", "Art. 6(3)", reasons.filter, _filter),
	],
	[
		_step("transparency", "Art. 50", reasons.transparency, _transparency),
		_step("gpai", "Arts 3(63), 51", reasons.gpai, ["gpai_model", "training_flop", "modification_flop"]),
		_step("conformity-route", "Art. 43", reasons.route, ["oj_cited_standard_full", "authority_area"]),
		_step("registration", "Art. 49", reasons.registration, ["authority_area"]),
		_step("supervisor", "Arts 74, 75", reasons.supervisor, ["model_provider_same_undertaking", "vlop_vlose"]),
		_step("dates", "Arts 111, 113", reasons.dates, _dates),
	],
)

_step(name, provision, said, names) := {
	"step": name,
	"provision": provision,
	"result": said.result,
	"reason": said.reason,
	"facts": names,
}

_affirmed := [name | some name, value in facts.f; value == true]

_true(prefix) := [name | some name in _affirmed; startswith(name, prefix)]

_product := ["a1_act", "a1_acts", "a1_is_product", "a1_safety_function", "a1_failure_endangers", "a1_third_party_required"]

_elements := ["c_machine_based", "c_autonomy", "c_infers", "c_output_influences", "c_excluded_technique"]

_scope := array.concat(_true("eu_"), _true("x_"))

_roles := _true("role_")

_filter := [
	"art6_3_claimed", "f_a", "f_b", "f_c", "f_d", "f_no_significant_risk", "f_no_material_influence",
	"performs_profiling", "part_of_larger_system",
]

_transparency := array.concat(
	[
		"interacts_with_persons", "generates_synthetic_content", "emotion_recognition", "biometric_categorisation",
		"outputs_deep_fakes", "publishes_public_interest_text",
	],
	_true("t_"),
)

_dates := [
	"placed_on_market_date", "put_into_service_date", "planned_placing_date", "type_first_placed_date",
	"significant_design_change_date",
]
