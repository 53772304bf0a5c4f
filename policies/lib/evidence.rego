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
	some asked in _asked(obligation)
	found := _element(id, asked.ref, _own(id, asked.ref))
]

_asked(obligation) := object.get(object.get(_obligations, obligation, {}), "elements", [])

# Read once: looking into data by a computed key is slow in the embedded engine.
_obligations := data.law.obligations

_documents := data.law.documents

_element(id, ref, own) := own if {
	own.state in _answers
} else := object.union(own, {"state": "not-applicable", "note": note}) if {
	state(id) in _read
	note := _relief(id, ref)
} else := own

# A whole of several parts may be missing one and still have a document that was read.
_own(id, ref) := element(ref, object.get(found, "state", "missing"), object.union(_place(id), found)) if {
	found := _found[id][ref]
} else := element(ref, "missing", _place(id)) if {
	state(id) in _read
} else := element(ref, state(id), _place(id))

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
	_review_open(id)
	_version_fits(id)
}

proven(id, found) if {
	answered(id, found)
	current(id)
}

_review_open(id) if not is_number(object.get(values(id), "review_by", null))

_review_open(id) if object.get(values(id), "review_by", null) >= facts.as_of

# Only a document about the released version is held to it: a legacy proof or a training plan may name an older one.
_version_fits(id) if not _bound(id)

_version_fits(id) if not is_string(object.get(values(id), "system_version", null))

_version_fits(_) if not is_string(object.get(input.manifest, "version", null))

_version_fits(id) if {
	written := object.get(values(id), "system_version", null)
	is_string(written)
	is_string(input.manifest.version)
	_plain(written) == _plain(input.manifest.version)
}

_bound(id) if _listed(id, "release", false) == true

_listed(id, key, fallback) := object.get(object.get(_documents, id, {}), key, fallback)

_plain(version) := substring(lower(version), 1, -1) if {
	startswith(lower(version), "v")
} else := lower(version)

# Sentences that say what is missing and where, from the same facts that decide.
reasons(id, found) := (_document_reasons(id) | _element_reasons(id, found)) | _age_reasons(id)

_document_reasons(id) := {sprintf("evidence.%s is not declared.", [id])} if {
	fact(id) == {}
} else := {sprintf("%s %s.", [place(_place(id), id), said(state(id))])} if {
	not state(id) in {"present", "incomplete"}
} else := set()

_element_reasons(id, found) := {sentence |
	state(id) in _read
	some one in found
	not one.state in _answers
	sentence := sprintf("%s: %s %s%s.", [place(one, id), one.ref, said(one.state), _wanted(id, one.ref)])
}

_age_reasons(id) := {sentence |
	not _review_open(id)
	sentence := sprintf("%s is past the date of review it names.", [place(_place(id), id)])
} | {sentence |
	not _version_fits(id)
	sentence := sprintf("%s is about version %s, the manifest about version %s.", [
		place(_place(id), id), object.get(values(id), "system_version", ""), input.manifest.version,
	])
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

_noted(one) := concat("", [": ", one.note]) if {
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
