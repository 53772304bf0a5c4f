# METADATA
# title: A non-conformity is corrected and the chain informed
# description: >-
#   A provider that knows of a defect has to act at once and tell those who pass the system on or use it.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 20(1)", "Art. 16(j)"]
#   obligations: [AIA-20-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.corrective-action]
#   remediation: >-
#     Open a corrective action record and notify the chain. Point evidence.corrective-action at the document.
package aiact.rules["corrective-action"]["non-conformity"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-20-1")

default satisfied := false

satisfied if evidence.proven("corrective-action", elements)

elements := evidence.elements("corrective-action", "AIA-20-1")

reasons := evidence.reasons("corrective-action", elements)
