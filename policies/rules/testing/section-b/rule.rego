# METADATA
# title: A test of a Section B product rests on a national framework
# description: >-
#   Without a framework of the Member State, adopted and notified, such a test is not allowed.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 60a"]
#   obligations: [AIA-60A]
#   due: testing
#   severity: error
#   evidence: [evidence.real-world-testing]
#   remediation: >-
#     Check that a national framework exists, agree the plan with the authority and describe it in evidence.real-world-testing.
package aiact.rules.testing["section-b"]

import data.aiact.classify.duty
import data.aiact.classify.facts
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-60A")

default satisfied := false

satisfied if {
	evidence.proven("real-world-testing", elements)
	facts.f.art60a_national_framework_notified != false
}

elements := evidence.elements("real-world-testing", "AIA-60A")

reasons := evidence.reasons("real-world-testing", elements) | _unframed

_unframed := {"the Member State has notified no framework for such tests"} if {
	facts.f.art60a_national_framework_notified == false
} else := set()
