# METADATA
# title: What git knows about the evidence
# description: >-
#   Evidence that is not committed, and changes of model, data or code that nobody listed after the evidence was written. What git does not
#   know is unknown: it leads to no finding and is never called fresh.
package aiact.lib.history

import data.aiact.classify.facts
import data.aiact.classify.placing
import data.aiact.lib.dates
import data.aiact.lib.evidence

default available := false

available if {
	input.history.available == true
}

# Evidence is declared, so that git was asked; the answer may be that it knows nothing.
default looked_up := false

looked_up if is_boolean(input.history.available)

default paths_declared := false

paths_declared if is_boolean(input.history.changes.known)

default changes_known := false

changes_known if input.history.changes.known == true

_documents := data.law.documents

# What is written but not in git: one element a file. What a build makes anew each time lives with the build and the release.
uncommitted := [object.union(evidence.element(_first(row.evidence), "insufficient", row), {"note": _why[row.standing]}) |
	some row in _list(object.get(input, "history", {}), "files")
	row.standing in object.keys(_why)
	object.get(row, "made", false) != true
]

_why := {
	"untracked": "not committed",
	"ignored": "ignored by git, so no one else has it",
}

_first(ids) := ids[0]

# Evidence about the released version after which something changed that no entry of the log is late enough to cover.
unlisted := [one |
	some row in _list(object.get(object.get(input, "history", {}), "changes", {}), "evidence")
	row.standing == "changed"
	_about_the_release(row)
	late := [change | some change in row.changed; not _decided(change.last)]
	count(late) > 0
	one := object.union(evidence.element(row.id, "stale", row), {"note": concat("; ", [_told(change) | some change in late])})
]

_about_the_release(row) if is_string(row.version)

_about_the_release(row) if object.get(object.get(_documents, row.id, {}), "release", false) == true

# The declared documents about the released version that could be read; a system without a version has none.
about_the_release := [id |
	is_string(input.manifest.version)
	some id, document in _documents
	document.release
	not evidence.state(id) in {"missing", "unreadable", "outside-root", "too-large"}
	is_string(object.get(evidence.fact(id), "file", null))
]

unversioned := [object.union(evidence.element(id, "incomplete", evidence.fact(id)), {"note": "names no version of the system"}) |
	some id in about_the_release
	not is_string(object.get(evidence.values(id), "system_version", null))
]

_decided(day) if object.get(evidence.values("design-changes"), "last_decided", null) >= day

_told(change) := sprintf("%d of paths.%s changed, last on %s (%s)", [change.count, change.group, dates.iso(change.last), concat(", ", change.files)])

# Entries of the log that decide nothing.
undecided := [object.union(evidence.element("design-changes", "incomplete", _place(entry)), {"note": entry.note}) |
	some entry in evidence.items("design-changes")
	entry.state != "present"
]

# A change that the log calls significant, of a system that is on the market: the manifest has to say so too (Art. 111(2)).
significant := [object.union(evidence.element("significant_design_change_date", "inconsistent", _place({"line": 1})), {"note": note}) |
	last := object.get(evidence.values("design-changes"), "last_significant", null)
	is_number(last)
	placing.first < last
	not _answered(last)
	note := sprintf("the change of %s is decided to be significant, which market.significant_design_change does not say", [dates.iso(last)])
]

_answered(day) if {
	is_number(facts.f.significant_design_change_date)
	facts.f.significant_design_change_date >= day
}

_place(entry) := {"file": object.get(evidence.fact("design-changes"), "file", null), "line": entry.line}

_list(source, name) := found if {
	found := object.get(source, name, [])
	is_array(found)
} else := []
