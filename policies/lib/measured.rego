# METADATA
# title: Measured values and their thresholds
# description: >-
#   Compares numbers and days that a collector read. A value without a threshold, a day that is not known and a version that is not named prove nothing.
package aiact.lib.measured

import data.aiact.lib.dates
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

# What fails a part: each metric with its group and its numbers.
failing("15(1)-level", values) := {sprintf("%s %v (%s)", [_name(one), one.value, _limits(one)]) |
	some one in values.results
	not _within(one, values.gaps)
}

failing("15(1)-groups", values) := {sprintf("%s %v between %s and %s (at most %v)", [gap.metric, gap.largest, gap.between[0], gap.between[1], gap.allowed]) |
	some gap in values.gaps
	is_number(gap.allowed)
	gap.largest > gap.allowed
}

failing("9(8)-metrics", values) := {sprintf("%s (set on %s, measured on %s)", [_name(one), _day(one.set_on), _day(one.measured_on)]) |
	some one in values.results
	not _before(one)
}

failing("9(8)-measured", values) := {name | some name in values.unmeasured}

failing("15(1)-release", values) := {sprintf("the values are of %s, the manifest of %s", [_version(values), input.manifest.version])} if {
	is_string(input.manifest.version)
	values.system_version != input.manifest.version
} else := set()

failing("15(3)-levels", values) := {sprintf("%s (%s:%d says %v)", [one.metric, one.file, one.line, one.stated]) | some one in values.ifu_disagrees}

_name(one) := sprintf("%s of %s", [one.metric, one.group]) if {
	is_string(one.group)
} else := one.metric

_limits(one) := "no threshold" if {
	count(_bounds(one)) == 0
} else := concat(", ", _bounds(one))

_bounds(one) := [sprintf("%s %v", [said, one[key]]) |
	some key, said in {"minimum": "at least", "maximum": "at most"}
	is_number(one[key])
]

_day(number) := dates.iso(number) if {
	is_number(number)
} else := "no day"

_version(values) := values.system_version if {
	is_string(values.system_version)
} else := "no version"

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
