# METADATA
# title: The model and its infrastructure are protected
# description: >-
#   Stolen weights cannot be called back.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 55(1)(d)"]
#   obligations: [AIA-55-1-D]
#   due: gpai
#   severity: error
#   evidence: [evidence.systemic-risk]
#   remediation: >-
#     Document weight protection controls. Point evidence.systemic-risk at the document.
package aiact.rules.gpai.cybersecurity

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-55-1-D")

default satisfied := false

satisfied if evidence.proven("systemic-risk", elements)

elements := evidence.elements("systemic-risk", "AIA-55-1-D")

reasons := evidence.reasons("systemic-risk", elements)
