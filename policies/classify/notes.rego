# METADATA
# title: Notes on the classification
# description: What a reader has to know about how the answer came about and what could change it. Notes inform; they decide nothing.
package aiact.classify.notes

import data.aiact.classify.annex_iii
import data.aiact.classify.facts
import data.aiact.classify.filter
import data.aiact.classify.legacy
import data.aiact.classify.open_source
import data.aiact.classify.prohibited
import data.aiact.classify.risk
import data.aiact.classify.roles
import data.aiact.classify.scope

notes := [note | some note in sort(_notes)]

_notes contains {
	"code": "no-role",
	"text": "No operator role is declared, so no duty can be addressed to anyone.",
	"facts": [],
} if {
	scope.before_open_source
	count(roles.held) == 0
}

_notes contains {
	"code": "prohibited",
	"text": "A practice of Art. 5 is met: the high-risk classes are not examined, because Annex III covers permitted use only.",
	"facts": [],
} if {
	prohibited.hit
}

_notes contains {
	"code": "open-source",
	"text": "Free and open-source system outside the Act (Art. 2(12)); it comes back in with a high-risk use, Art. 5 or Art. 50.",
	"facts": ["x_foss"],
} if {
	open_source.excluded
}

_notes contains {
	"code": "filter-rejected",
	"text": "The conclusion under Art. 6(3) does not hold on these facts; the system is registered under Art. 49(1), not 49(2).",
	"facts": [name | some name in _filter_facts; facts.f[name] != _filter_wants[name]],
} if {
	filter.claimed
	not risk.filtered
	not prohibited.hit
}

_filter_facts := ["f_no_material_influence", "f_no_significant_risk", "part_of_larger_system", "performs_profiling"]

_filter_wants := {
	"f_no_material_influence": true,
	"f_no_significant_risk": true,
	"part_of_larger_system": false,
	"performs_profiling": false,
}

_notes contains {
	"code": "filter-not-claimed",
	"text": "A condition of Art. 6(3) is met but the provider has not concluded that the system is not high-risk: treated as high-risk.",
	"facts": [name | some name in ["f_a", "f_b", "f_c", "f_d"]; facts.f[name] == true],
} if {
	risk.listed
	filter.condition_met
	not filter.claimed
}

_notes contains {
	"code": "exit-unknown",
	"text": concat("", ["The reason given does not carve anything out of Annex III point ", exit.point, "; the point stays."]),
	"facts": ["iii_exits"],
} if {
	some exit in annex_iii.rejected
}

_notes contains {
	"code": "critical-entity",
	"text": "Point 2 of Annex III: the user is no identified critical entity (draft guidelines, points 187-190); the point stays.",
	"facts": ["critical_entity_user"],
} if {
	"2" in risk.points
	facts.f.critical_entity_user == false
}

_notes contains {
	"code": "purpose-conflict",
	"text": "The sources on the intended purpose differ; the widest counts (Art. 3(12)).",
	"facts": ["intended_purpose_sources_conflict"],
} if {
	facts.f.intended_purpose_sources_conflict == true
}

_notes contains {
	"code": "legacy-cut-off",
	"text": "Placed after 2 August 2026 and before the class date: spared by Art. 111(2) on the prevailing reading only (U2).",
	"facts": ["placed_on_market_date", "put_into_service_date", "type_first_placed_date"],
} if {
	legacy.disputed
}

_notes contains {
	"code": "both-annexes",
	"text": "Annex III and Annex I Section A are both met: the earlier date counts and the sectoral procedure applies (Art. 43(3)).",
	"facts": [],
} if {
	risk.hr_annex_iii
	risk.hr_annex_i_a
}

_notes contains {
	"code": "compute-at-threshold",
	"text": "Training compute is exactly at the threshold of Art. 51(2); the presumption starts above it.",
	"facts": ["training_flop"],
} if {
	facts.f.training_flop == data.law.thresholds.systemic_risk_flop.value
}
