# METADATA
# title: Core answers and open questions
# description: >-
#   The answers without which no verdict is honest: roles, scope, Art. 5, Annex I, Annex III, profiling and the triggers of Art. 50, each only
#   where it can matter for the answers given. Missing ones block; those a team admits to be open, with an owner, are questions.
package aiact.classify.core

import data.aiact.classify.annex_iii
import data.aiact.classify.counter
import data.aiact.classify.facts
import data.aiact.classify.placing
import data.aiact.classify.prohibited
import data.aiact.classify.questions.open as unanswered
import data.aiact.classify.scope
import data.aiact.classify.transparency

# Art. 3(3)-(8)
_wanted contains name if {
	some name, value in facts.f
	value == null
	startswith(name, "role_")
	not startswith(name, "role_shift_")
}

# A provider of a model has to say whether it is a general-purpose model.
_wanted contains "gpai_model" if {
	facts.f.role_gpai_provider == true
	facts.f.gpai_model == null
}

# Art. 2(1)
_wanted contains link if {
	scope.regulated
	count(scope.exclusions) == 0
	not placing.premarket
	every name in scope.links { facts.f[name] == null }
	some link in scope.links
}

# Art. 5(1)(a)-(h)
_wanted contains fact if {
	_screens
	some letter in ["a", "b", "c", "d", "e", "f", "g", "h"]
	some fact in unanswered[concat("", ["AIA-5-1-", letter])]
}

# Art. 5(1)(ba), (bb) from their date on. A general generator without stated safeguards is a dated question, not a core answer.
_wanted contains fact if {
	_screens
	prohibited.new_since <= facts.as_of
	some letter in ["ba", "bb"]
	some fact in unanswered[concat("", ["AIA-5-1-", letter])]
	not fact in {"ncii_foreseeable_reproducible", "csam_foreseeable_reproducible"}
}

_screens if {
	scope.before_open_source
	prohibited.addressed
}

# Art. 6(1)
_wanted contains "a1_acts" if {
	_classifies
	facts.f.a1_acts == null
	facts.f.a1_act == null
}

# Art. 6(2)
_wanted contains name if {
	_classifies
	some point in annex_iii.points
	name := annex_iii.fact(point)
	facts.f[name] == null
	not point in annex_iii.left
}

# Art. 6(3), third subparagraph
_wanted contains "performs_profiling" if {
	_classifies
	count(annex_iii.met) > 0
	facts.f.performs_profiling == null
}

_classifies if {
	scope.before_open_source
	scope.ai_system
	not prohibited.hit
}

# Art. 50(1)-(4)
_wanted contains fact if {
	scope.before_open_source
	some name, value in transparency.due
	value == null
	transparency.owed[name] == true
	some fact in data.law.questions.stands_for[name]
	facts.f[fact] == null
}

core := sort({fact | some fact in _wanted; not _owned(fact)})

_owned(fact) if facts.owners[fact]

# Options and controls never change a verdict.
_asked contains fact if {
	some id, open in unanswered
	not _law[id].kind in {"control", "option"}
	some fact in open
	not fact in _wanted
}

_asked contains fact if some fact in (counter.open - _wanted)

_asked contains fact if some fact in (_wanted - {name | some name in core})

questions := [{"fact": fact, "owner": object.get(facts.owners, fact, null)} | some fact in sort(_asked)]

_law := data.law.obligations
