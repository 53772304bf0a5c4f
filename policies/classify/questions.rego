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
	groups := object.get(data.law.questions.asks, id, [])
}

_facts(groups) := sort({fact |
	some group in groups
	not _answered(group)
	some name in group
	known[name] == null
	_matters(name)
	some fact in object.get(data.law.questions.stands_for, name, [name])
	known[fact] == null
})

_answered(group) if {
	some name in group
	known[name] == true
}

_matters(name) if not data.law.questions.only_if[name]

_matters(name) if {
	some condition in data.law.questions.only_if[name]
	known[condition] == true
}
