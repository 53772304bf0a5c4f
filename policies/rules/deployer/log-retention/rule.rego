# METADATA
# title: The deployer keeps logs for at least six months
# description: >-
#   Logs under the deployer's control last long enough to look into a complaint. A configuration that switches them off keeps none.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(6)"]
#   obligations: [AIA-26-6]
#   due: high-risk
#   severity: error
#   evidence: [evidence.deployer-logs]
#   remediation: >-
#     Set the retention to at least 183 days and name file and key in evidence.deployer-logs.retention; a shorter period needs its law in
#     the description.
package aiact.rules.deployer["log-retention"]

import data.aiact.classify.duty
import data.aiact.lib.checks
import data.aiact.lib.evidence
import data.aiact.lib.logs

default applicable := "undetermined"

applicable := duty.applies("AIA-26-6")

default satisfied := false

satisfied if evidence.complete(elements)

elements := array.concat([_period], logs.configured("deployer-logs", "26(6)-config"))

_measured := checks.retention("deployer-logs", "26(6)")

# A shorter period that Union or national law sets is said not to be asked for, with that law as the reason.
_period := object.union(_measured, {"state": "not-applicable"}) if {
	_measured.state == "insufficient"
	some one in evidence.elements("deployer-logs", "AIA-26-6")
	one.state == "not-applicable"
} else := _measured

reasons := evidence.told(elements)
