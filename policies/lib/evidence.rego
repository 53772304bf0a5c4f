# METADATA
# title: What the declared evidence answers
# description: >-
#   Reads facts and the required elements of the law, and says which element is answered, where it stands and what is missing. Total: an
#   absent fact, a null or a hostile shape ends in a state that answers nothing.
package aiact.lib.evidence

import data.aiact.classify.duty
import data.aiact.classify.facts

# States that answer an element. "not-applicable" carries a reason of the team.
_answers := {"present", "not-applicable"}

# A document in one of these states was read, so its elements speak for themselves.
_read := {"present", "incomplete", "stale", "inconsistent"}

# Computed once for all that is declared, since every element of every rule asks.
_declared := {id: found |
	some id, found in input.facts
	is_object(found)
}

_states := {id: said |
	some id, found in _declared
	said := object.get(found, "state", null)
	is_string(said)
}

_places := {id: {"file": object.get(found, "file", null), "line": object.get(found, "line", null)} |
	some id, found in _declared
}

_found := {id: {ref: answer | some ref, answer in answers; is_object(answer)} |
	some id, found in _declared
	answers := object.get(found, "elements", null)
	is_object(answers)
}

_nowhere := {"file": null, "line": null}

fact(id) := object.get(_declared, id, {})

state(id) := object.get(_states, id, "missing")

values(id) := found if {
	found := object.get(fact(id), "values", null)
	is_object(found)
} else := {}

items(id) := found if {
	found := object.get(fact(id), "items", null)
	is_array(found)
} else := []

element(ref, element_state, source) := {
	"ref": ref,
	"state": element_state,
	"file": object.get(source, "file", null),
	"line": object.get(source, "line", null),
}

# The required elements of an obligation in the order of the catalogue, as the document declared under `id` answers them. What is asked of nobody
# is not looked up: most rules do not concern most systems, and looking up is what takes time.
elements(id, obligation) := [] if {
	not obligation in duty.asked
} else := [found |
	answers := object.get(_answered, id, {})
	some asked in _asked(obligation)
	found := _element(id, asked.ref, object.get(answers, asked.ref, null))
]

_asked(obligation) := object.get(object.get(_obligations, obligation, {}), "elements", [])

# Read once: looking into data by a computed key is slow in the embedded engine.
_obligations := data.law.obligations

_documents := data.law.documents

_element(id, ref, answer) := answer if {
	answer != null
} else := object.union(_own(id, ref), {"state": "not-applicable", "note": note}) if {
	state(id) in _read
	note := _relief(id, ref)
} else := _own(id, ref)

# What is answered, once for all rules: nearly every element of a complete document.
_answered := {id: {ref: object.union_n([{"ref": ref}, _places[id], answer]) |
	some ref, answer in found
	answer.state in _answers
} |
	some id, found in _found
}

# A whole of several parts may be missing one and still have a document that was read.
_own(id, ref) := object.union(element(ref, object.get(found, "state", "missing"), object.union(_place(id), found)), _told(found)) if {
	found := _found[id][ref]
} else := element(ref, "missing", _place(id)) if {
	state(id) in _read
} else := element(ref, state(id), _place(id))

# What the collector said of an unanswered element, in one sentence.
_told(found) := {"note": found.note} if {
	is_string(object.get(found, "note", null))
} else := {}

_place(id) := object.get(_places, id, _nowhere)

# Why an unanswered element need not be answered: the law leaves it open, asks for it in a case that is not this one, or offers it as one of several.
_relief(id, ref) := "optional" if {
	ref in _listed(id, "optional", [])
} else := concat("", ["asked only where ", name]) if {
	name := object.get(_listed(id, "only_if", {}), ref, null)
	facts.f[name] != true
} else := concat("", ["answered by ", others[0]]) if {
	others := [other |
		some group in _listed(id, "alternatives", [])
		ref in group
		some other in group
		answer := _own(id, other)
		answer.state == "present"
	]
	count(others) > 0
}

# Every element is answered, and not every one of them by "does not apply".
complete(found) if {
	_substantial(found)
	every one in found {
		one.state in _answers
	}
}

_substantial(found) if count(found) == 1

_substantial(found) if {
	some one in found
	one.state == "present"
}

# "incomplete" may be the fault of another obligation's elements in the same document, so the elements decide.
answered(id, found) if {
	state(id) in {"present", "incomplete"}
	complete(found)
}

current(id) if {
	not id in _overdue
	not id in object.keys(_outdated)
}

proven(id, found) if {
	answered(id, found)
	current(id)
}

# The documents whose date of review has passed.
_overdue := {id |
	some id, _ in _declared
	review_by := object.get(values(id), "review_by", null)
	is_number(review_by)
	review_by < facts.as_of
}

# The documents that name another version than the one that is released. Only those about the released version are held to it: a legacy proof or a
# training plan may name an older one.
_outdated := {id: written |
	is_string(input.manifest.version)
	some id, _ in _declared
	_listed(id, "release", false) == true
	written := object.get(values(id), "system_version", null)
	is_string(written)
	_plain(written) != _plain(input.manifest.version)
}

_listed(id, key, fallback) := object.get(object.get(_documents, id, {}), key, fallback)

_plain(version) := substring(lower(version), 1, -1) if {
	startswith(lower(version), "v")
} else := lower(version)

# Sentences that say what is missing and where, from the same facts that decide.
reasons(id, found) := (_document_reasons(id) | _element_reasons(id, found)) | _age_reasons(id)

_document_reasons(id) := {sprintf("evidence.%s is not declared.", [id])} if {
	fact(id) == {}
} else := {_whole(id, object.get(fact(id), "note", null))} if {
	not state(id) in {"present", "incomplete"}
} else := set()

# The collector's own sentence where there is one: "docs/a.pdf has a password; keep a copy without one."
_whole(id, note) := note if {
	is_string(note)
	startswith(note, place(_place(id), id))
} else := concat("", [place(_place(id), id), ": ", note]) if {
	is_string(note)
	note != ""
} else := sprintf("%s %s.", [place(_place(id), id), said(state(id))])

_element_reasons(id, found) := {sentence |
	state(id) in _read
	some one in found
	not one.state in _answers
	sentence := sprintf("%s: %s %s%s.", [place(one, id), one.ref, said(one.state), _wanted(id, one.ref)])
}

_age_reasons(id) := {sentence |
	id in _overdue
	sentence := sprintf("%s is past the date of review it names.", [place(_place(id), id)])
} | {sentence |
	written := object.get(_outdated, id, null)
	written != null
	sentence := sprintf("%s is about version %s, the manifest about version %s.", [place(_place(id), id), written, input.manifest.version])
}

# Sentences about elements that do not come from one document.
told(found) := {sentence |
	some one in found
	not one.state in _answers
	sentence := concat("", [_prefix(one), one.ref, " ", said(one.state), _noted(one), "."])
}

_prefix(one) := concat("", [one.file, ": "]) if {
	is_string(one.file)
} else := ""

_noted(one) := concat("", [": ", trim_suffix(one.note, ".")]) if {
	is_string(object.get(one, "note", null))
} else := ""

place(source, _) := source.file if is_string(source.file)

place(source, id) := concat("", ["evidence.", id]) if not is_string(object.get(source, "file", null))

_wanted(id, ref) := concat("", [": ", texts[0]]) if {
	texts := [asked.text |
		some obligation in _listed(id, "obligations", [])
		some asked in _asked(obligation)
		asked.ref == ref
	]
	count(texts) > 0
} else := ""

said(element_state) := object.get(
	{
		"missing": "is missing",
		"empty": "is empty",
		"placeholder": "is a placeholder",
		"incomplete": "is incomplete",
		"stale": "is out of date",
		"inconsistent": "contradicts itself or the manifest",
		"unreadable": "cannot be read",
		"outside-root": "points outside the repository",
		"too-large": "is too large to be read",
		"insufficient": "does not reach what the law asks",
		"not-applicable": "is said not to apply as a whole",
	},
	element_state,
	"is in no known state",
)
