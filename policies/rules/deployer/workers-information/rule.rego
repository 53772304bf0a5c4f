# METADATA
# title: Workers are informed before the system is used on them
# description: >-
#   Workers and their representatives learn of it before the first day of use, not after.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(7)"]
#   obligations: [AIA-26-7]
#   due: high-risk
#   severity: error
#   evidence: [evidence.workers-information]
#   remediation: >-
#     Publish and date the notice before the system is put into service, and point evidence.workers-information at it.
package aiact.rules.deployer["workers-information"]

import data.aiact.classify.duty
import data.aiact.classify.facts
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-7")

default satisfied := false

satisfied if {
	evidence.proven("workers-information", elements)
	not _late
}

elements := evidence.elements("workers-information", "AIA-26-7")

_noticed := object.get(evidence.values("workers-information"), "date", null)

_late if {
	is_number(_noticed)
	is_number(facts.f.put_into_service_date)
	_noticed > facts.f.put_into_service_date
}

reasons := evidence.reasons("workers-information", elements) | _too_late

_too_late := {"the notice is dated after the system was put into service"} if _late

_too_late := set() if not _late
