# METADATA
# title: A model provider outside the Union has a representative
# description: >-
#   The AI Office needs somebody in the Union whom it can address.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 54(1), (2)"]
#   obligations: [AIA-54-1]
#   due: gpai
#   severity: error
#   evidence: [evidence.authorised-representative]
#   remediation: >-
#     Appoint one. Point evidence.authorised-representative at the document.
package aiact.rules.gpai.representative

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-54-1")

default satisfied := false

satisfied if evidence.proven("authorised-representative", elements)

elements := evidence.elements("authorised-representative", "AIA-54-1")

reasons := evidence.reasons("authorised-representative", elements)
