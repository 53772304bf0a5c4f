# METADATA
# title: A public body uses registered systems only
# description: >-
#   A system without an entry in the EU database is not used, and its provider is told.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(8)"]
#   obligations: [AIA-26-8]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.public-body-use]
#   remediation: >-
#     Look up the provider's entry, record it in evidence.public-body-use, or stop the use.
package aiact.rules.deployer["registered-system"]

import data.aiact.classify.duty
import data.aiact.classify.facts
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-8")

default satisfied := false

satisfied if {
	evidence.proven("public-body-use", elements)
	facts.f.system_registered_by_provider != false
}

elements := evidence.elements("public-body-use", "AIA-26-8")

reasons := evidence.reasons("public-body-use", elements) | _unregistered

_unregistered := {"the provider has no entry in the EU database: the system may not be used"} if {
	facts.f.system_registered_by_provider == false
} else := set()
