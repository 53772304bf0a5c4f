# METADATA
# title: The system records events automatically
# description: >-
#   Without a log nobody can tell afterwards what the system did. Each event of the sample has to fit its schema, say when it happened and name
#   the version of the system, and the configuration may not switch logging off.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 12(1)"]
#   obligations: [AIA-12-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.record-keeping]
#   remediation: >-
#     Point evidence.record-keeping at the schema, a sample and the configuration of the event log; switch logging on.
package aiact.rules["record-keeping"]["event-logging"]

import data.aiact.classify.duty
import data.aiact.lib.evidence
import data.aiact.lib.logs

default applicable := "undetermined"

applicable := duty.applies("AIA-12-1")

default satisfied := false

satisfied if evidence.complete(elements)

elements := array.concat(logs.faults("record-keeping"), [_auto, _lifetime])

_log := evidence.values("record-keeping")

_auto := evidence.element("12(1)-auto", _auto_state, logs.place(_log, "sample"))

_auto_state := "present" if {
	count(logs.faults("record-keeping")) == 0
	_log.schema_state == "present"
	_log.sample_state == "present"
	_log.sample_events > 0
	_log.timestamps_ok == true
	_log.has_system_version == true
} else := "incomplete" if {
	_log.sample_state in {"present", "inconsistent"}
} else := _log.sample_state if {
	is_string(_log.sample_state)
} else := "missing"

# Events that name their version, from a log that is switched on, show it as well as a description does.
_lifetime := evidence.element("12(1)-lifetime", "present", logs.place(_log, "sample")) if {
	_log.has_system_version == true
	_log.logging_disabled == false
} else := [one | some one in evidence.elements("record-keeping", "AIA-12-1"); one.ref == "12(1)-lifetime"][0]

reasons := evidence.told(elements)
