# METADATA
# title: A risk management system runs through the lifecycle
# description: >-
#   Risks to health, safety and fundamental rights are found, judged and treated before release, and again with what the market teaches.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 9(1)-(4), (10)"]
#   obligations: [AIA-9-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.risk-management]
#   remediation: >-
#     Create a register with one row per risk covering use, misuse and post-market data. Point evidence.risk-management at the document.
package aiact.rules["risk-management"].system

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-9-1")

default satisfied := false

satisfied if evidence.proven("risk-management", elements)

elements := evidence.elements("risk-management", "AIA-9-1")

reasons := evidence.reasons("risk-management", elements)
