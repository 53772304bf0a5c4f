# METADATA
# title: Incidents in a test are reported and the test can be stopped
# description: >-
#   A test that hurts somebody is mitigated, suspended or ended.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 60(7), (8)"]
#   obligations: [AIA-60-7]
#   due: testing
#   severity: error
#   evidence: [evidence.real-world-testing]
#   remediation: >-
#     Write the procedure. Point evidence.real-world-testing at the document.
package aiact.rules.testing.incidents

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-60-7")

default satisfied := false

satisfied if evidence.proven("real-world-testing", elements)

elements := evidence.elements("real-world-testing", "AIA-60-7")

reasons := evidence.reasons("real-world-testing", elements)
