# METADATA
# title: Due dates (Arts 111, 113)
# description: >-
#   When the duties of each date profile bind this system: the date of the class, what a system already placed is spared, and never before it is
#   placed. A date after the day of the evaluation is upcoming; no date means that only the condition is known. Prohibitions never wait.
package aiact.classify.due

import data.aiact.classify.derived.known
import data.aiact.classify.facts
import data.aiact.classify.gpai
import data.aiact.classify.law
import data.aiact.classify.legacy
import data.aiact.classify.placing
import data.aiact.classify.prohibited
import data.aiact.classify.risk
import data.aiact.lib.dates

# By profile, for everything but prohibitions: {"due": day or null, "condition": text or null}.
terms := {name: _timed(term) | some name, term in _terms}

_terms := {name: _reading(name, profile, facts.strict("U1")) | some name, profile in data.law.deadlines}

_reading(name, profile, strict) := _before_test(dates.day(profile.date)) if {
	name == "CH6"
} else := _on_placing(_binding(name, profile, strict))

# A known missing entry of the provider forbids the use, also one that is only planned (Art. 26(8)).
before_use := _timed(_binding("HR-III", data.law.deadlines["HR-III"], facts.strict("U1")))

# By profile, for prohibitions.
prohibitions := {"P-OLD": _timed(_on(law.prohibition)), "P-NEW": _timed(_on(prohibited.new_since))}

_timed(term) := object.union(term, {"timing": _timing(term.due)})

_timing(null) := "conditional"

_timing(day) := "in_force" if {
	is_number(day)
	day <= facts.as_of
}

_timing(day) := "upcoming" if {
	is_number(day)
	day > facts.as_of
}

# U1: the other reading has this profile in force today, the chosen one does not yet.
disputed contains name if {
	not facts.strict("U1")
	some name in ["CH9", "S5", "S5-III"]
	profile := data.law.deadlines[name]
	_timing(_reading(name, profile, true).due) == "in_force"
	terms[name].timing != "in_force"
}

_on(day) := {"due": day, "condition": null}

_binding(name, profile, strict) := _on(_manner) if {
	name == "T50-5"
} else := _on(legacy.marking_due) if {
	profile.legacy == "L-50-2"
} else := _on(law.gpai_due) if {
	profile.legacy == "L-GPAI"
	gpai.placed_before_chapter_v
} else := _on(prohibited.new_since) if {
	name == "P-NEW"
} else := _on(dates.day(profile.date)) if {
	profile.date
} else := _unless_legacy(dates.day(profile.formal), dates.day(profile.formal)) if {
	strict
	profile.formal
	_class_date(profile)
} else := _unless_legacy(_class_date(profile), legacy.cut_off) if {
	_class_date(profile)
} else := {"due": null, "condition": "once the system is high-risk"}

# Art. 50(5) follows the paragraphs it serves.
_manner := law.general if {
	known.role_provider
	known.t50_1_due != false
} else := law.general if {
	known.role_deployer
	some name in ["t50_3_due", "t50_4_df_due", "t50_4_txt_due"]
	known[name] != false
} else := legacy.marking_due

_class_date(profile) := min(_class_dates(profile)) if count(_class_dates(profile)) > 0

_class_dates(profile) := array.concat(
	[dates.day(profile.annex_iii) | risk.listed],
	[dates.day(profile.annex_i_a) | risk.hr_annex_i_a],
)

_unless_legacy(start, cut_off) := {"due": legacy.due_after, "condition": legacy.trigger_after(cut_off)} if {
	legacy.holds_at(cut_off)
} else := _on(start)

_on_placing(term) := term if {
	placing.placed
} else := {"due": null, "condition": _not_before(term.due)} if {
	placing.planned == "open"
} else := {"due": max([term.due, placing.planned]), "condition": term.condition} if {
	is_number(term.due)
} else := term

_not_before(null) := "on placing"

_not_before(day) := concat("", ["on placing, not before ", dates.iso(day)]) if is_number(day)

# Arts 60, 60a: before the test starts; an unknown start is now.
_before_test(day) := {"due": max([day, facts.f.test_start_date]), "condition": "before the test starts"} if {
	is_number(facts.f.test_start_date)
} else := _on(day)
