# METADATA
# title: Test subjects gave informed consent
# description: >-
#   Consent is free only when people know what the test is and how to leave it.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 61(1), (2)"]
#   obligations: [AIA-61-1]
#   due: testing
#   severity: error
#   evidence: [evidence.real-world-testing]
#   remediation: >-
#     Use a form with (a)-(e). Point evidence.real-world-testing at the document.
package aiact.rules.testing.consent

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-61-1")

default satisfied := false

satisfied if evidence.proven("real-world-testing", elements)

elements := evidence.elements("real-world-testing", "AIA-61-1")

reasons := evidence.reasons("real-world-testing", elements)
