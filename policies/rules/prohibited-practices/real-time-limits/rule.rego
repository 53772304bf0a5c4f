# METADATA
# title: Each real-time identification is limited and assessed beforehand
# description: >-
#   Police may use it only to confirm one identity, within limits of time, place and persons, after an impact assessment and a registration.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(2)"]
#   obligations: [AIA-5-2]
#   due: prohibition
#   severity: error
#   evidence: [evidence.real-time-identification]
#   remediation: >-
#     Complete FRIA and registration before use. Point evidence.real-time-identification at the document.
package aiact.rules["prohibited-practices"]["real-time-limits"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-5-2")

default satisfied := false

satisfied if evidence.proven("real-time-identification", elements)

elements := evidence.elements("real-time-identification", "AIA-5-2")

reasons := evidence.reasons("real-time-identification", elements)
