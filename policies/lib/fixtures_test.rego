# METADATA
# title: Inputs for the tests of rules
# description: Small policy inputs around one piece of evidence, on the day the duties of Annex III start to bind.
package aiact.lib.fixtures_test

import data.aiact.lib.dates

as_of := dates.day("2027-12-02")

# For tests of what a rule proves, whether or not it would apply.
every_obligation := object.keys(data.law.obligations)

# One system whose manifest answers `answers` and whose evidence shows `facts`.
system(answers, facts) := {
	"manifest": {
		"id": "talent-rank", "name": "TalentRank", "version": "2.3.0",
		"answers": answers, "undetermined": {}, "claims": {}, "details": {},
	},
	"facts": facts,
	"history": {},
	"context": {"as_of": as_of, "readings": {}},
}

# The same on another day, or with other keys of the manifest.
on(day, given) := object.union(given, {"context": {"as_of": dates.day(day), "readings": {}}})

saying(part, given) := object.union(given, {"manifest": part})

fact(id, state, elements) := {
	"state": state,
	"file": sprintf("docs/%s.md", [id]),
	"line": 1,
	"elements": elements,
	"values": {},
}

answers(obligation) := {asked.ref: {"state": "present", "line": 7} |
	some asked in data.law.obligations[obligation].elements
}

# A document that answers every element.
document(id, obligation) := system({}, {id: fact(id, "present", answers(obligation))})

# The same document with one element in another state.
lacking(id, obligation, ref, state) := system({}, {id: fact(
	id, "incomplete",
	object.union(answers(obligation), {ref: {"state": state, "line": 9}}),
)})

# A document that exists but was not read.
unread(id, state) := system({}, {id: fact(id, state, {})})

# Nothing is declared.
bare := system({}, {})

# The document with measured values.
measured(id, obligation, values) := system({}, {id: object.union(fact(id, "present", answers(obligation)), {"values": values})})
