# METADATA
# title: A systemic-risk model is evaluated and attacked
# description: >-
#   Evaluations of the state of the art and adversarial tests are run and written down.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 55(1)(a)"]
#   obligations: [AIA-55-1-A]
#   due: gpai
#   severity: error
#   evidence: [evidence.systemic-risk]
#   remediation: >-
#     Run and store evaluations. Point evidence.systemic-risk at the document.
package aiact.rules.gpai.evaluation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-55-1-A")

default satisfied := false

satisfied if evidence.proven("systemic-risk", elements)

elements := evidence.elements("systemic-risk", "AIA-55-1-A")

reasons := evidence.reasons("systemic-risk", elements)
