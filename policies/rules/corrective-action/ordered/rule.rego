# METADATA
# title: Corrective action ordered by an authority is carried out
# description: >-
#   An order sets a period; until it is met the system may not go out as before.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Arts 79(2), 79(4), 82(2)"]
#   obligations: [AIA-79-4]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.ordered-action]
#   remediation: >-
#     Track the order and block releases until done. Point evidence.ordered-action at the document.
package aiact.rules["corrective-action"].ordered

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-79-4")

default satisfied := false

satisfied if evidence.proven("ordered-action", elements)

elements := evidence.elements("ordered-action", "AIA-79-4")

reasons := evidence.reasons("ordered-action", elements)
