# METADATA
# title: What each obligation means for this system
# description: >-
#   applies(<obligation>) is what the rules ask: yes, no, or undetermined while an open question can still decide it. An id the catalogue does
#   not know has no answer at all, so that a typo never reads as "no".
package aiact.classify.duty

import data.aiact.classify.disputes
import data.aiact.classify.due
import data.aiact.classify.duties.when
import data.aiact.classify.facts
import data.aiact.classify.questions

applies(id) := _answers[id]

# What nothing unanswered can make apply, does not apply.
_answers := object.union(
	object.union(
		{id: "yes" | some id, value in when; value == true},
		{id: "no" | some id, value in when; value != true},
	),
	{id: "undetermined" | some id, open in questions.open; count(open) > 0},
)

# The obligations that may have to be met, so that rules look up no evidence for the others.
asked := {id | some id, answer in _answers; answer != "no"}

obligations := {id: entry |
	some id, answer in _answers
	answer != "no"
	duty := _law[id]
	entry := object.union(_term(id, duty), {
		"applies": answer,
		"standing": id in _standing,
		"warn_only": id in _warned,
		"disputed": object.get(_disputed, id, null),
		"open": object.get(_open, id, []),
	})
}

_term(id, duty) := _prohibitions[duty.profile] if {
	duty.kind == "prohibition"
} else := due.before_use if {
	id == "AIA-26-8"
	_facts.system_registered_by_provider == false
} else := _terms[duty.profile]

# Duties on request or after an event, without an open one.
_standing := {id |
	some id, duty in _law
	_facts[duty.trigger] != true
}

# Read once: looking into data by a computed key is slow in the embedded engine.
_law := data.law.obligations

_facts := facts.f

_terms := due.terms

_prohibitions := due.prohibitions

_warned := disputes.warn_only

_disputed := disputes.readings

_open := questions.open
