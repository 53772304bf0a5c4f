# METADATA
# title: Where evidence contradicts the manifest or the law
# description: >-
#   A section that has to name the system or its provider and names another, and a presumption of conformity that no cited standard gives, do not
#   answer the element they stand for.
package aiact.lib.agreement

import data.aiact.classify.facts
import data.aiact.lib.dates as days
import data.aiact.lib.evidence

# Where the documents list the standards that they rest on: Annex IV point 7 and Annex V point 6.
_lists := {"technical-documentation": "IV.7", "declaration-of-conformity": "V.6"}

_cited := {standard.key | some standard in data.law.standards.cited}

# What a document claims although no reference is cited.
false_claims := [row |
	some row in _rows("standards")
	not row.key in _cited
]

# The manifest may claim it too (Art. 43(1)).
default claimed_in_vain := false

claimed_in_vain if {
	count(_cited) == 0
	facts.f.oj_cited_standard_full == true
}

uncited := sprintf("not cited in the Official Journal for this Regulation (as of %s)", [data.law.standards.as_of])

differs := _rows("differs")

told(row) := sprintf("says “%s”, the manifest “%s”", [row.said, row.manifest]) if {
	row.said != ""
} else := sprintf("does not name “%s”", [row.manifest])

# The elements of a document with those that contradict it in the state "inconsistent".
checked(id, found) := [_checked(one, object.get(_against, [id, one.ref], [])) | some one in found]

_checked(one, []) := one

_checked(one, rows) := object.union(one, {"state": "inconsistent", "file": rows[0].file, "line": rows[0].line, "note": rows[0].note}) if {
	count(rows) > 0
	one.state in {"present", "not-applicable"}
} else := one

_against := {id: {ref: rows |
	some ref in {row.at | some row in _contradictions; row.id == id}
	rows := [row | some row in _contradictions; row.id == id; row.at == ref]
} |
	some id in {row.id | some row in _contradictions}
}

_contradictions := array.concat(
	[object.union(row, {"at": row.ref, "note": told(row)}) | some row in differs; is_string(row.ref)],
	[object.union(row, {"at": at, "note": sprintf("%s is %s", [row.standard, uncited])}) | some row in false_claims; at := _lists[row.id]],
)

# Sentences about elements of a document, of which some contradict.
reasons(id, found) := evidence.reasons(id, [one | some one in found; not _contradicts(one)]) | evidence.told([one | some one in found; _contradicts(one)])

_contradicts(one) if {
	one.state == "inconsistent"
	is_string(one.note)
}

# A document from a day to come, and one whose review lies before its day, cannot be right. A day is allowed for the zones of time.
dates := [object.union(evidence.element("date", "inconsistent", fact), {"note": note}) |
	some fact in input.facts
	written := object.get(object.get(fact, "values", {}), "date", null)
	is_number(written)
	some note in _impossible(written, object.get(fact.values, "review_by", null))
]

_impossible(written, due) := [sprintf("is dated %s, after the day of this report", [days.iso(written)])] if {
	written > facts.as_of + 1
} else := [sprintf("is dated %s, and its review was due on %s, before that", [days.iso(written), days.iso(due)])] if {
	is_number(due)
	due < written
} else := []

_rows(name) := object.get(object.get(input, "consistency", {}), name, [])
