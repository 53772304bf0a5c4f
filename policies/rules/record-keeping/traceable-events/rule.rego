# METADATA
# title: Logged events make the system traceable
# description: >-
#   Risk situations, post-market monitoring and operation by deployers each need events that show them.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 12(2)"]
#   obligations: [AIA-12-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.record-keeping]
#   remediation: >-
#     Describe which event types answer (a), (b) and (c) in evidence.record-keeping.description and keep a sample of the log.
package aiact.rules["record-keeping"]["traceable-events"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-12-2")

default satisfied := false

satisfied if {
	evidence.complete(elements)
	_logged
}

elements := evidence.elements("record-keeping", "AIA-12-2")

_events := object.get(evidence.values("record-keeping"), "sample_events", 0)

reasons := evidence.told(elements) | _no_sample

_no_sample := {"evidence.record-keeping.sample holds no event."} if not _logged

_no_sample := set() if _logged

_logged if _events > 0
