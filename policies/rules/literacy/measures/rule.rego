# METADATA
# title: Measures support the AI literacy of staff
# description: >-
#   People who operate or use the system have to understand what it does and where it fails. The Act asks for measures, not for a level that
#   anybody must reach.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 4(1)"]
#   obligations: [AIA-4-1]
#   due: literacy
#   severity: note
#   evidence: [evidence.ai-literacy]
#   remediation: >-
#     Add a literacy plan naming roles, measures, date of last review and owner. Point evidence.ai-literacy at the document.
package aiact.rules.literacy.measures

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-4-1")

default satisfied := false

satisfied if evidence.proven("ai-literacy", elements)

elements := evidence.elements("ai-literacy", "AIA-4-1")

reasons := evidence.reasons("ai-literacy", elements)
