# METADATA
# title: Minors and vulnerable groups were considered
# description: >-
#   Whether children or other vulnerable persons are likely to be affected is asked explicitly, also when the answer is no.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 9(9)"]
#   obligations: [AIA-9-9]
#   due: high-risk
#   severity: error
#   evidence: [evidence.risk-management]
#   remediation: >-
#     Add an explicit statement, also when the answer is "not likely". Point evidence.risk-management at the document.
package aiact.rules["risk-management"]["vulnerable-groups"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-9-9")

default satisfied := false

satisfied if evidence.proven("risk-management", elements)

elements := evidence.elements("risk-management", "AIA-9-9")

reasons := evidence.reasons("risk-management", elements)
