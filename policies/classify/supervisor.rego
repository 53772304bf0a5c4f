# METADATA
# title: Supervisory authority (Arts 74, 75)
# description: >-
#   Who supervises the system and receives serious incidents: the AI Office where it is competent, else the authority of Art. 74 for the area.
package aiact.classify.supervisor

import data.aiact.classify.facts
import data.aiact.classify.risk
import data.aiact.classify.route

# Art. 75(1)(a), (b)
default ai_office_competent := false

ai_office_competent if facts.f.vlop_vlose == true

ai_office_competent if {
	facts.f.model_provider_same_undertaking == true
	not _carved_out
}

_carved_out if risk.hr_annex_i_a

_carved_out if risk.section_b

_carved_out if "2" in risk.points

_carved_out if "8a" in risk.points

_carved_out if facts.f.art74_6_provider == true

supervisor := "AI Office (Art. 75(1))" if {
	ai_office_competent
} else := "European Data Protection Supervisor (Art. 74(9))" if {
	facts.f.union_institution == true
} else := "data protection or other designated authority (Art. 74(8))" if {
	some point in risk.points
	_sensitive(point)
} else := "financial supervisory authority (Art. 74(6))" if {
	risk.high_risk
	facts.f.financial_institution == true
} else := "sectoral market surveillance authority (Art. 74(3))" if {
	risk.hr_annex_i_a
} else := "national market surveillance authority (Art. 74(1))"

_sensitive(point) if substring(point, 0, 1) in {"6", "7", "8"}

_sensitive(point) if {
	startswith(point, "1")
	facts.f.authority_area in (route.border_areas | {"justice"})
}
