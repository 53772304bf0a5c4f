# METADATA
# title: Data sets are relevant, representative and as free of errors as possible
# description: >-
#   A model cannot be better than its data for the people it decides on.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 10(3)"]
#   obligations: [AIA-10-3]
#   due: high-risk
#   severity: error
#   evidence: [evidence.data-governance]
#   remediation: >-
#     Add statistics per relevant group and a completeness/error report. Point evidence.data-governance at the document.
package aiact.rules["data-governance"].quality

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-10-3")

default satisfied := false

satisfied if evidence.proven("data-governance", elements)

elements := evidence.elements("data-governance", "AIA-10-3")

reasons := evidence.reasons("data-governance", elements)
