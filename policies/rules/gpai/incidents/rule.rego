# METADATA
# title: Serious incidents of the model are tracked and reported
# description: >-
#   The AI Office learns of incidents and of corrective measures without undue delay.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 55(1)(c)"]
#   obligations: [AIA-55-1-C]
#   due: gpai
#   severity: error
#   evidence: [evidence.systemic-risk]
#   remediation: >-
#     Write procedure with clocks and contacts. Point evidence.systemic-risk at the document.
package aiact.rules.gpai.incidents

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-55-1-C")

default satisfied := false

satisfied if evidence.proven("systemic-risk", elements)

elements := evidence.elements("systemic-risk", "AIA-55-1-C")

reasons := evidence.reasons("systemic-risk", elements)
