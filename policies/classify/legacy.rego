# METADATA
# title: Systems already placed (Art. 111)
# description: >-
#   Whether the first unit of the type was placed before the class date and the design has not changed significantly since: then Chapter III
#   waits for such a change, or for 2030-08-02 where public authorities use it, or 2030-12-31 for a component of Annex X. Never for Arts 4, 5, 50.
package aiact.classify.legacy

import data.aiact.classify.facts
import data.aiact.classify.law
import data.aiact.classify.placing
import data.aiact.classify.risk
import data.aiact.classify.transparency
import data.aiact.lib.dates

_class_dates := array.concat(
	[law.annex_iii | risk.hr_annex_iii],
	[law.annex_i | risk.hr_annex_i_a],
)

# Both classes: the earlier date (T-HR-BOTH). A filtered system keeps the date of Annex III.
class_date := min(_class_dates) if {
	count(_class_dates) > 0
} else := law.annex_iii if {
	risk.listed
} else := null

# U2: literally, Chapter III started with its Sections 4 and 5.
cut_off := min([class_date, law.general]) if {
	is_number(class_date)
	facts.strict("U2")
} else := class_date

# Art. 111(1): no design-change test.
default annex_x := false

annex_x if {
	facts.f.annex_x_component == true
	placing.first < law.annex_x_before
}

default holds := false

holds if holds_at(cut_off)

# Other packages call this, so it names no import: the embedded engine loses them once the package has been evaluated.
holds_at(date) if {
	is_number(date)
	annex_x
} else if {
	is_number(date)
	_first < date
	not _changed_since(date)
} else := false

_changed_since(date) if {
	is_number(_last_change)
	_last_change >= date
}

_first := placing.first

_last_change := facts.f.significant_design_change_date

# When a legacy system has to comply: a date, or null with a condition.
due_after := law.annex_x_due if {
	annex_x
} else := law.public_authorities_due if {
	facts.f.intended_for_public_authorities == true
} else := null

trigger_after(date) := concat("", ["significant design change on or after ", dates.iso(date)]) if {
	not annex_x
} else := null

due := due_after if {
	holds
} else := class_date

trigger := trigger_after(cut_off) if {
	holds
} else := null

# U2: legacy by the class date, not by the literal start of Chapter III.
default disputed := false

disputed if {
	holds
	not annex_x
	placing.first >= law.general
}

# Art. 111(4)
default placed_before_marking := false

placed_before_marking if {
	is_number(facts.f.placed_on_market_date)
	facts.f.placed_on_market_date < law.marking_before
}

marking_due := law.marking_due if {
	placed_before_marking
} else := law.marking_before

default marking_legacy := false

marking_legacy if {
	placed_before_marking
	transparency.due.t50_2_due != false
}

# U3: put into service, never placed on the market.
default marking_disputed := false

marking_disputed if {
	not placed_before_marking
	is_number(facts.f.put_into_service_date)
	facts.f.put_into_service_date < law.marking_before
	facts.as_of < law.marking_due
	not facts.strict("U3")
}
