# METADATA
# title: Safety components and products of Annex I (Art. 6(1), (1a)-(1c))
# description: >-
#   An act of Annex I, a product or safety component of it, and a third-party assessment required: all three. Unknown elements count as true.
#   Section A (points 2-12) brings Chapter III through the sectoral procedure; Section B (13-21) only Arts 6(1), 60a, 102-112 (Art. 2(2)).
package aiact.classify.annex_i

import data.aiact.classify.facts
import data.aiact.classify.scope

acts := facts.f.a1_acts if {
	is_array(facts.f.a1_acts)
	count(facts.f.a1_acts) > 0
} else := [{"act": facts.f.a1_act}] if {
	is_number(facts.f.a1_act)
} else := []

# Art. 3(14)
default _safety_role := false

_safety_role if facts.f.a1_safety_function != false

_safety_role if facts.f.a1_failure_endangers != false

# Art. 6(1a), (1b): solely another purpose, and failure does not endanger.
default convenience_only := false

convenience_only if {
	facts.f.a1_solely_nonsafety == true
	facts.f.a1_failure_endangers == false
}

default _product_or_component := false

_product_or_component if facts.f.a1_is_product == true

_product_or_component if {
	_safety_role
	not convenience_only
}

# Each act may answer for itself, else the general answer stands.
_answer(act, key) := act[key] if {
	object.get(act, key, null) != null
} else := facts.f[concat("_", ["a1", key])]

# Art. 6(1)(b), 6(1c)
third_party_unknown := [act | some act in acts; _answer(act, "third_party_required") == null]

hits := [act.act |
	scope.before_open_source
	scope.ai_system
	_product_or_component
	some act in acts
	act.act >= 2
	act.act <= 21
	_answer(act, "third_party_required") != false
	_answer(act, "third_party_only_nonhealth") != true
]

default section_a := false

section_a if {
	some act in hits
	act <= 12
}

default section_b := false

section_b if {
	some act in hits
	act >= 13
}
