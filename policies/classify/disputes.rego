# METADATA
# title: Disputed duties
# description: >-
#   Where a duty or its date is disputed on these facts: missing evidence then warns and names the question. context.readings can choose the
#   stricter reading of a question; data.law.readings explains both.
package aiact.classify.disputes

import data.aiact.classify.annexes
import data.aiact.classify.due
import data.aiact.classify.duties.warn_only as warns
import data.aiact.classify.facts
import data.aiact.classify.legacy

warn_only := {id | some id, value in warns; value == true; not _settled_by_reading(id)} | _section_b

# The questions behind the answers: U1, the date of Section 5 and Chapter IX; U3, marking in systems only put into service; U7, Section B.
readings := object.union(
	object.union(
		{id: "U1" | count(due.disputed) > 0; some id, duty in data.law.obligations; duty.profile in due.disputed},
		{id: "U7" | some id in _section_b},
	),
	{id: "U3" | legacy.marking_disputed; some id in ["AIA-50-2", "AIA-50-2-Q"]},
)

# Arts 5 and 50 for a system that Annex I reaches by Section B alone.
_section_b := {id |
	annexes.section_b_alone
	not facts.strict("U7")
	some id, _ in data.law.obligations
	_screened(id)
}

_screened(id) if startswith(id, "AIA-5-1-")

_screened(id) if startswith(id, "AIA-50-")

_settled_by_reading(id) if {
	facts.strict("U7")
	annexes.section_b_alone
	not legacy.marking_disputed
	_screened(id)
}
