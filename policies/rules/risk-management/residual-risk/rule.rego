# METADATA
# title: Residual risks are judged acceptable
# description: >-
#   Measures come in the order design, control, information; what is left needs a decision by somebody.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 9(5)"]
#   obligations: [AIA-9-5]
#   due: high-risk
#   severity: error
#   evidence: [evidence.risk-management]
#   remediation: >-
#     Record an acceptability decision per hazard and overall. Point evidence.risk-management at the document.
package aiact.rules["risk-management"]["residual-risk"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-9-5")

default satisfied := false

satisfied if evidence.proven("risk-management", elements)

elements := evidence.elements("risk-management", "AIA-9-5")

reasons := evidence.reasons("risk-management", elements)
