# METADATA
# title: Measured values and their thresholds
# description: >-
#   Compares numbers and days that a collector read. A value without a threshold, a day that is not known and a version that is not named prove nothing.
package aiact.lib.measured

import data.aiact.lib.evidence

# What each part asks, by the state that it is in when some metric fails it.
_parts := [
	{"ref": "15(1)-level", "state": "insufficient", "said": "outside its threshold or without one"},
	{"ref": "15(1)-groups", "state": "insufficient", "said": "too far apart between groups"},
	{"ref": "9(8)-metrics", "state": "inconsistent", "said": "threshold not set before the measurement"},
	{"ref": "9(8)-measured", "state": "missing", "said": "not measured"},
	{"ref": "15(1)-release", "state": "stale", "said": "not measured for the released version"},
	{"ref": "15(3)-levels", "state": "inconsistent", "said": "stated otherwise in the instructions for use"},
]

# Nothing is asked where no values are declared beside the document.
elements(id) := [] if {
	found(id) == null
} else := [_noted("15(1)-level", found(id).state, found(id), object.get(found(id), "note", ""))] if {
	found(id).state != "present"
} else := [one |
	some part in _parts
	one := _part(part, found(id), failing(part.ref, found(id)))
]

holds(found_elements) if {
	every one in found_elements {
		one.state == "present"
	}
}

found(id) := object.get(evidence.values(id), "metrics", null)

_part(part, values, bad) := evidence.element(part.ref, "present", values) if {
	count(bad) == 0
} else := _noted(part.ref, part.state, values, concat(": ", [part.said, concat(", ", sort(bad))]))

_noted(ref, state, values, note) := object.union(evidence.element(ref, state, values), {"note": note})

# The metrics that fail a part.
failing("15(1)-level", values) := {one.metric |
	some one in values.results
	not _within(one, values.gaps)
}

failing("15(1)-groups", values) := {gap.metric |
	some gap in values.gaps
	is_number(gap.allowed)
	gap.largest > gap.allowed
}

failing("9(8)-metrics", values) := {one.metric |
	some one in values.results
	not _before(one)
}

failing("9(8)-measured", values) := {name | some name in values.unmeasured}

failing("15(1)-release", values) := {"version"} if {
	is_string(input.manifest.version)
	values.system_version != input.manifest.version
} else := set()

failing("15(3)-levels", values) := {one.metric | some one in values.ifu_disagrees}

_before(one) if {
	is_number(one.set_on)
	is_number(one.measured_on)
	one.set_on < one.measured_on
}

_within(one, gaps) if {
	_limited(one, gaps)
	not _below(one)
	not _above(one)
}

_limited(one, _) if is_number(one.minimum)

_limited(one, _) if is_number(one.maximum)

_limited(one, gaps) if {
	some gap in gaps
	gap.metric == one.metric
	is_number(gap.allowed)
}

_below(one) if {
	is_number(one.minimum)
	one.value < one.minimum
}

_above(one) if {
	is_number(one.maximum)
	one.value > one.maximum
}
