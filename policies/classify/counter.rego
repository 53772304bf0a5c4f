# METADATA
# title: Triggers that would undo an answer
# description: >-
#   Unanswered facts that could defeat a claimed exit or decide a class, where they can still matter: asked as questions, never core.
package aiact.classify.counter

import data.aiact.classify.annex_i
import data.aiact.classify.facts as given
import data.aiact.classify.filter
import data.aiact.classify.gpai
import data.aiact.classify.placing
import data.aiact.classify.prohibited
import data.aiact.classify.risk
import data.aiact.classify.scope
import data.aiact.classify.transparency

open := {name | some name in _candidates; given.f[name] == null}

# Arts 2(1), 3(1): an element the team says it cannot answer counts as true.
_candidates contains name if {
	some name in ["c_machine_based", "c_autonomy", "c_infers", "c_output_influences"]
	given.owners[name]
}

# Art. 2(1): some links denied, none affirmed, others open.
_candidates contains link if {
	scope.before_open_source
	not placing.premarket
	not true in [given.f[name] | some name in scope.links]
	false in [given.f[name] | some name in scope.links]
	some link in scope.links
}

# Art. 6(1): the class rests on elements that count as true because nobody answered.
_candidates contains "a1_third_party_required" if {
	_annex_i_matters
	count(annex_i.third_party_unknown) > 0
}

_candidates contains name if {
	_annex_i_matters
	given.f.a1_is_product != true
	some name in ["a1_is_product", "a1_safety_function", "a1_failure_endangers"]
}

_annex_i_matters if {
	count(annex_i.hits) > 0
	not prohibited.hit
}

# Arts 43(1), 49(4), 74(8)
_candidates contains "authority_area" if {
	some point in risk.points
	substring(point, 0, 1) in {"1", "6", "7"}
}

# Art. 6(3): a part of a larger system is judged with the whole.
_candidates contains "part_of_larger_system" if {
	risk.listed
	filter.holds
}

# Art. 50: what would defeat an exception in use.
_candidates contains "audience_vulnerable" if {
	"t50_1_due" in transparency.exceptions_used
	given.f.t_obvious == true
}

_candidates contains "t_public_crime_report" if {
	"t50_1_due" in transparency.exceptions_used
	given.f.t_le_authorised == true
}

_candidates contains "review_after_last_ai_edit" if {
	"t50_4_txt_due" in transparency.exceptions_used
	given.f.t_editorial == true
}

# Art. 53(2)
_candidates contains "foss_monetised" if {
	gpai.provider
	gpai.open_source
}

# Art. 3(63)
_candidates contains "gpai_significant_generality" if {
	gpai.provider
	given.owners.gpai_significant_generality
}
