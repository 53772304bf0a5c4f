# METADATA
# title: Real-time identification has a prior authorisation
# description: >-
#   A court or independent authority decides before each use; only urgency allows to ask within 24 hours.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(3)"]
#   obligations: [AIA-5-3]
#   due: prohibition
#   severity: error
#   evidence: [evidence.real-time-identification]
#   remediation: >-
#     Obtain authorisation or stop. Point evidence.real-time-identification at the document.
package aiact.rules["prohibited-practices"]["real-time-authorisation"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-5-3")

default satisfied := false

satisfied if evidence.proven("real-time-identification", elements)

elements := evidence.elements("real-time-identification", "AIA-5-3")

reasons := evidence.reasons("real-time-identification", elements)
