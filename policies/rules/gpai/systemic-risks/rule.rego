# METADATA
# title: Systemic risks are assessed and mitigated
# description: >-
#   Risks at Union level and their sources are known and treated.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 55(1)(b)"]
#   obligations: [AIA-55-1-B]
#   due: gpai
#   severity: error
#   evidence: [evidence.systemic-risk]
#   remediation: >-
#     Write framework and model report. Point evidence.systemic-risk at the document.
package aiact.rules.gpai["systemic-risks"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-55-1-B")

default satisfied := false

satisfied if evidence.proven("systemic-risk", elements)

elements := evidence.elements("systemic-risk", "AIA-55-1-B")

reasons := evidence.reasons("systemic-risk", elements)
