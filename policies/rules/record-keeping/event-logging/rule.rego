# METADATA
# title: The system records events automatically
# description: >-
#   Without a log nobody can tell afterwards what the system did. The sample has to fit its schema, and logging may not be switched off.
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

default applicable := "undetermined"

applicable := duty.applies("AIA-12-1")

default satisfied := false

satisfied if evidence.complete(elements)

elements := [_auto, _lifetime]

_log := evidence.values("record-keeping")

_auto := evidence.element("12(1)-auto", "present", {}) if {
	_log.schema_state == "present"
	_log.sample_state == "present"
	_log.sample_events > 0
	_log.sample_invalid == 0
	_log.timestamps_ok == true
	object.get(_log, "logging_disabled", false) != true
} else := evidence.element("12(1)-auto", _log.schema_state, {}) if {
	is_string(_log.schema_state)
	_log.schema_state != "present"
} else := evidence.element("12(1)-auto", _log.sample_state, {}) if {
	is_string(_log.sample_state)
	_log.sample_state != "present"
} else := evidence.element("12(1)-auto", "inconsistent", {}) if {
	_log.sample_state == "present"
} else := evidence.element("12(1)-auto", "missing", {})

_described := [one | some one in evidence.elements("record-keeping", "AIA-12-1"); one.ref == "12(1)-lifetime"][0]

# A sample whose events name the version, from a log that is switched on, shows it as well as a description does.
_lifetime := evidence.element("12(1)-lifetime", "present", {}) if {
	_log.has_system_version == true
	_log.logging_disabled == false
} else := _described

reasons := evidence.told(elements)
