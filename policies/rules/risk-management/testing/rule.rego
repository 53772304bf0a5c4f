# METADATA
# title: Tests ran against metrics fixed beforehand
# description: >-
#   A threshold chosen after the result proves nothing, so metrics and thresholds are written down before the test.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 9(6)-(8)"]
#   obligations: [AIA-9-6]
#   due: high-risk
#   severity: error
#   evidence: [evidence.risk-management]
#   remediation: >-
#     Commit thresholds before the test run and store results. Point evidence.risk-management at the document.
package aiact.rules["risk-management"].testing

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-9-6")

default satisfied := false

satisfied if evidence.proven("risk-management", elements)

elements := evidence.elements("risk-management", "AIA-9-6")

reasons := evidence.reasons("risk-management", elements)
