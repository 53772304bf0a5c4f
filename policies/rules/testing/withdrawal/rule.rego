# METADATA
# title: Test subjects can withdraw
# description: >-
#   Nobody has to give a reason or suffers for leaving a test.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 60(5)"]
#   obligations: [AIA-60-5]
#   due: testing
#   severity: error
#   evidence: [evidence.real-world-testing]
#   remediation: >-
#     Offer a withdrawal channel. Point evidence.real-world-testing at the document.
package aiact.rules.testing.withdrawal

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-60-5")

default satisfied := false

satisfied if evidence.proven("real-world-testing", elements)

elements := evidence.elements("real-world-testing", "AIA-60-5")

reasons := evidence.reasons("real-world-testing", elements)
