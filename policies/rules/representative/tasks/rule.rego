# METADATA
# title: The mandate gives the representative its tasks
# description: >-
#   The representative checks the documents, keeps them ten years, and answers authorities.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 22(3)"]
#   obligations: [AIA-22-3]
#   due: high-risk
#   severity: error
#   evidence: [evidence.authorised-representative]
#   remediation: >-
#     Put all tasks into the mandate and store the verification. Point evidence.authorised-representative at the document.
package aiact.rules.representative.tasks

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-22-3")

default satisfied := false

satisfied if evidence.proven("authorised-representative", elements)

elements := evidence.elements("authorised-representative", "AIA-22-3")

reasons := evidence.reasons("authorised-representative", elements)
