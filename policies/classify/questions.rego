# METADATA
# title: Open questions
# description: >-
#   Which unanswered facts can still decide an obligation. data.law.questions.asks names, for each obligation, groups of facts: a group with a
#   true member is answered. only_if names what has to be true for a fact to matter; stands_for, whose question a derived fact is.
package aiact.classify.questions

import data.aiact.classify.derived.known
import data.aiact.classify.duties.when

open := {id: _facts(groups) |
	some id, value in when
	value == null
	groups := object.get(_asks, id, [])
}

_facts(groups) := sort({fact |
	some group in groups
	not _answered(group)
	some name in group
	_known[name] == null
	_matters(name)
	some fact in object.get(_stands_for, name, [name])
	_known[fact] == null
})

_answered(group) if {
	some name in group
	_known[name] == true
}

_matters(name) if not _only_if[name]

_matters(name) if {
	some condition in _only_if[name]
	_known[condition] == true
}

# Read once: looking into data by a computed key is slow in the embedded engine.
_known := known

_asks := data.law.questions.asks

_only_if := data.law.questions.only_if

_stands_for := data.law.questions.stands_for
