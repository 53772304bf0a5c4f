# METADATA
# title: A conclusion under Article 6(3) holds
# description: >-
#   A listed system that profiles people, poses a significant risk, influences the outcome or meets no condition is high-risk, whatever its
#   provider concludes.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 6(3)", "Art. 6(4)"]
#   obligations: []
#   due: high-risk-annex-iii
#   severity: warning
#   evidence: []
#   remediation: >-
#     Withdraw the claim in classification.article_6_3, or correct the facts that defeat it.
package aiact.rules.classification["filter-claim"]

import data.aiact.classify.facts
import data.aiact.classify.filter
import data.aiact.classify.risk
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := "yes" if {
	filter.claimed == true
	risk.listed == true
}

applicable := "no" if false in {filter.claimed, risk.listed}

default satisfied := false

satisfied if filter.holds

elements := array.concat(
	[one | one := evidence.element("6(3)(a)-(d)", _state(filter.condition_met), {})],
	[one | some fact, wanted in _wanted; one := evidence.element(fact, _state(facts.f[fact] == wanted), {})],
)

_wanted := {
	"f_no_material_influence": true,
	"f_no_significant_risk": true,
	"performs_profiling": false,
}

_state(true) := "present"

_state(false) := "inconsistent"

reasons contains sprintf("%s defeats the conclusion under Art. 6(3).", [one.ref]) if {
	some one in elements
	one.state != "present"
}

reasons contains "The system is part of a larger one, which is judged as a whole." if facts.f.part_of_larger_system == true
