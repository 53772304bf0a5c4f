# METADATA
# title: A real-world test meets every condition
# description: >-
#   A plan, an approval, a registration, consent and limits in time come before the first test person.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 60(1)-(4)", "Annex IX"]
#   obligations: [AIA-60-4]
#   due: testing
#   severity: error
#   evidence: [evidence.real-world-testing]
#   remediation: >-
#     Complete every condition before the test starts and describe it in evidence.real-world-testing.
package aiact.rules.testing["real-world-testing"]

import data.aiact.classify.duty
import data.aiact.classify.facts
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-60-4")

default satisfied := false

satisfied if {
	evidence.proven("real-world-testing", elements)
	count(_defects) == 0
}

elements := evidence.elements("real-world-testing", "AIA-60-4")

reasons := evidence.reasons("real-world-testing", elements) | _defects

_defects contains "the test is planned for more than twelve months" if _months > 12

_defects contains "a test of more than six months needs an extension notified beforehand" if {
	_months > 6
	facts.f.rwt_extension_notified != true
}

_defects contains "the plan is not approved" if facts.f.rwt_authority_approval == "none"

_months := facts.f.rwt_duration_months if is_number(facts.f.rwt_duration_months)
