# METADATA
# title: A model with systemic risk was notified
# description: >-
#   The Commission is told within two weeks after the condition is met or foreseeable.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 52(1), (2)"]
#   obligations: [AIA-52-1]
#   due: gpai
#   severity: error
#   evidence: [evidence.gpai-notification]
#   remediation: >-
#     Notify the Commission and store the reference. Point evidence.gpai-notification at the document.
package aiact.rules.gpai.notification

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-52-1")

default satisfied := false

satisfied if evidence.proven("gpai-notification", elements)

elements := evidence.elements("gpai-notification", "AIA-52-1")

reasons := evidence.reasons("gpai-notification", elements)
