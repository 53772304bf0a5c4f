# METADATA
# title: Data reflect the setting of use
# description: >-
#   Data from another country or another use mislead; the setting has to be considered.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 10(4)"]
#   obligations: [AIA-10-4]
#   due: high-risk
#   severity: error
#   evidence: [evidence.data-governance]
#   remediation: >-
#     State the setting and how the data reflect it. Point evidence.data-governance at the document.
package aiact.rules["data-governance"].setting

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-10-4")

default satisfied := false

satisfied if evidence.proven("data-governance", elements)

elements := evidence.elements("data-governance", "AIA-10-4")

reasons := evidence.reasons("data-governance", elements)
