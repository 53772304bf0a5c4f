# METADATA
# title: Conformity assessment route (Art. 43)
# description: >-
#   Annex I Section A follows its sectoral procedure, also when Annex III is met as well. Annex III point 1 needs a notified body unless a cited
#   standard or common specification is fully applied. Points 2-8 use internal control.
package aiact.classify.route

import data.aiact.classify.facts
import data.aiact.classify.risk

border_areas := {"law_enforcement", "migration", "asylum", "border_control"}

route := "sectoral procedure + Section 2 + Art. 17 (Art. 43(3))" if {
	risk.hr_annex_i_a
} else := concat("", [_biometric, _authority_as_notified_body]) if {
	risk.hr_annex_iii
	some point in risk.points
	startswith(point, "1")
} else := "Annex VI (internal control)" if {
	risk.hr_annex_iii
} else := "sectoral act only (Art. 2(2))" if {
	risk.section_b_only
} else := "none"

_biometric := "Annex VII for the restricted part (Art. 43(1)(d)), rest Annex VI or VII" if {
	is_string(facts.f.oj_standard_published_with_restriction)
	facts.f.oj_standard_published_with_restriction != ""
} else := "Annex VI or VII" if {
	_standard_fully_applied
} else := "Annex VII (notified body)"

default _standard_fully_applied := false

_standard_fully_applied if facts.f.oj_cited_standard_full == true

_standard_fully_applied if {
	facts.f.common_specifications_exist == true
	facts.f.applies_common_specifications == true
}

# Art. 43(1), last subparagraph
_authority_as_notified_body := "; under Annex VII the market surveillance authority of Art. 74(8)/(9) acts as notified body" if {
	_secure
} else := ""

default _secure := false

_secure if facts.f.authority_area in border_areas

_secure if facts.f.union_institution == true
