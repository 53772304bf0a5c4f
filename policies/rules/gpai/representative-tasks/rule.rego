# METADATA
# title: The mandate gives the model's representative its tasks
# description: >-
#   The representative checks the documentation, keeps it and answers the AI Office.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 54(3)-(5)"]
#   obligations: [AIA-54-3]
#   due: gpai
#   severity: error
#   evidence: [evidence.authorised-representative]
#   remediation: >-
#     List the tasks in the mandate. Point evidence.authorised-representative at the document.
package aiact.rules.gpai["representative-tasks"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-54-3")

default satisfied := false

satisfied if evidence.proven("authorised-representative", elements)

elements := evidence.elements("authorised-representative", "AIA-54-3")

reasons := evidence.reasons("authorised-representative", elements)
