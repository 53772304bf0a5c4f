# METADATA
# title: The log of remote identification has its four fields
# description: >-
#   Who was searched for, where, when and which two persons verified the match has to be readable later. A field counts where some event
#   gives it a value.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 12(3)"]
#   obligations: [AIA-12-3]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.record-keeping]
#   remediation: >-
#     Add start and end, reference database, matched input and both verifying persons to the log.
package aiact.rules["record-keeping"]["biometric-log-fields"]

import data.aiact.classify.duty
import data.aiact.lib.evidence
import data.aiact.lib.logs

default applicable := "undetermined"

applicable := duty.applies("AIA-12-3")

default satisfied := false

satisfied if evidence.complete(elements)

elements := [object.union(evidence.element(asked.ref, _state(asked.ref), logs.place(_log, "sample")), {"note": _wanted(asked.ref)}) |
	some asked in data.law.obligations["AIA-12-3"].elements
]

# A name with [] is a list of two or more.
_wanted(ref) := concat("", ["a field ", concat(", and one ", [concat(" or ", names) | some names in _names[ref]])])

_names := data.law.documents["record-keeping"].log_fields

_log := evidence.values("record-keeping")

_state(ref) := "present" if {
	_log.sample_state == "present"
	every names in _names[ref] {
		some name in names
		name in _fields
	}
} else := _log.sample_state if {
	is_string(_log.sample_state)
	_log.sample_state != "present"
} else := "missing"

_fields := [lower(field) | some field in object.get(_log, "sample_fields", [])]

reasons := evidence.told(elements)
