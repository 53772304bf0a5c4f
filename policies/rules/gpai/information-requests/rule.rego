# METADATA
# title: Information requests of the Commission are answered
# description: >-
#   Answers are correct and complete, by a responsible person.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 91(5)"]
#   obligations: [AIA-91-5]
#   due: gpai
#   severity: error
#   evidence: [evidence.commission-requests]
#   remediation: >-
#     Name a responsible person. Point evidence.commission-requests at the document.
package aiact.rules.gpai["information-requests"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-91-5")

default satisfied := false

satisfied if evidence.proven("commission-requests", elements)

elements := evidence.elements("commission-requests", "AIA-91-5")

reasons := evidence.reasons("commission-requests", elements)
