# METADATA
# title: Authorities are told of a risk
# description: >-
#   A risk under Article 79 is investigated and notified with its cause and the action taken.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 20(2)"]
#   obligations: [AIA-20-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.corrective-action]
#   remediation: >-
#     Notify authority and notified body. Point evidence.corrective-action at the document.
package aiact.rules["corrective-action"]["risk-notice"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-20-2")

default satisfied := false

satisfied if evidence.proven("corrective-action", elements)

elements := evidence.elements("corrective-action", "AIA-20-2")

reasons := evidence.reasons("corrective-action", elements)
