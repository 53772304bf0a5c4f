# METADATA
# title: Each real-time identification is notified
# description: >-
#   Market surveillance and data protection authorities learn of every use, without sensitive operational data.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(4)"]
#   obligations: [AIA-5-4]
#   due: prohibition
#   severity: error
#   evidence: [evidence.real-time-identification]
#   remediation: >-
#     Notify both authorities. Point evidence.real-time-identification at the document.
package aiact.rules["prohibited-practices"]["real-time-notification"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-5-4")

default satisfied := false

satisfied if evidence.proven("real-time-identification", elements)

elements := evidence.elements("real-time-identification", "AIA-5-4")

reasons := evidence.reasons("real-time-identification", elements)
