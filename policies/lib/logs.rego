# METADATA
# title: What is wrong with a log
# description: >-
#   Turns what the sample, its schema and the configuration of a log show into elements, each with its place and a sentence.
package aiact.lib.logs

import data.aiact.lib.evidence

faults(id) := array.concat(
	array.concat(_unread(evidence.values(id)), _events(evidence.values(id))),
	_switched_off(evidence.values(id)),
)

# The same for a log of which only the configuration is declared, and only where it is.
configured(id, ref) := [object.union(one, {"ref": ref}) |
	some one in faults(id)
	one.ref == "12(1)-config"
]

# The schema, the sample and, where it is declared, the configuration have to be there and readable.
_unread(log) := [_part(log, name, log[concat("_", [name, "state"])]) |
	some name in ["schema", "sample", "config"]
	is_string(log[concat("_", [name, "state"])])
	not log[concat("_", [name, "state"])] in {"present", "inconsistent"}
]

_switched_off(log) := [_part(log, "config", "insufficient")] if {
	object.get(log, "logging_disabled", false) == true
} else := []

_part(log, name, state) := object.union(
	evidence.element(concat("", ["12(1)-", name]), state, place(log, name)),
	{"note": object.get(log, concat("_", [name, "note"]), concat("", ["the ", name, " of the log"]))},
)

place(log, name) := {
	"file": object.get(log, concat("_", [name, "file"]), null),
	"line": object.get(log, concat("_", [name, "line"]), null),
}

_events(log) := [object.union(
	evidence.element("12(1)-sample", "insufficient", {"file": object.get(log, "sample_file", null), "line": one.line}),
	{"note": sprintf("%d of %d events %s, the first in line %d", [one.count, log.sample_events, _told[one.what], one.line])},
) |
	some one in object.get(log, "sample_faults", [])
]

_told := {
	"form": "cannot be read as one",
	"schema": "break the schema",
	"timestamp": "do not say when they happened",
	"version": "do not name the version of the system",
}
