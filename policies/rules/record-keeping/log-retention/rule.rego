# METADATA
# title: Logs are kept for at least six months
# description: >-
#   A log that is gone before the complaint arrives helps nobody. The period is read from the configuration, as a number.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 19(1)", "Art. 16(e)"]
#   obligations: [AIA-19-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.record-keeping]
#   remediation: >-
#     Set the retention to at least 183 days and name file and key in evidence.record-keeping.retention; a shorter period needs its law in
#     the description.
package aiact.rules["record-keeping"]["log-retention"]

import data.aiact.classify.duty
import data.aiact.lib.checks
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-19-1")

default satisfied := false

satisfied if evidence.complete(elements)

elements := [_kept, _period]

_kept := evidence.element(
	"19(1)-keep",
	object.get(evidence.values("record-keeping"), "retention_state", "missing"),
	checks.retention_place("record-keeping"),
)

_measured := checks.retention("record-keeping", "19(1)-period")

# A shorter period that Union or national law sets is said not to be asked for, with that law as the reason.
_period := object.union(_measured, {"state": "not-applicable"}) if {
	_measured.state == "insufficient"
	some one in evidence.elements("record-keeping", "AIA-19-1")
	one.ref == "19(1)-period"
	one.state == "not-applicable"
} else := _measured

reasons := evidence.told(elements)
