# METADATA
# title: The impact assessments refer to each other
# description: >-
#   What the data protection assessment already answers need not be written twice.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 27(4), (5)"]
#   obligations: [AIA-27-4]
#   due: high-risk-annex-iii
#   severity: note
#   evidence: [evidence.dpia]
#   remediation: >-
#     Point to DPIA sections. Point evidence.dpia at the document.
package aiact.rules["fundamental-rights"]["data-protection"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-27-4")

default satisfied := false

satisfied if evidence.proven("dpia", elements)

elements := evidence.elements("dpia", "AIA-27-4")

reasons := evidence.reasons("dpia", elements)
