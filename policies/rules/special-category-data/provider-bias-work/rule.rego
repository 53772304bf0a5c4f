# METADATA
# title: Special-category data for bias work meet all six conditions
# description: >-
#   A provider may use data on health, origin or belief to find and correct bias only where nothing else works, and only behind locks.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 4a(1)"]
#   obligations: [AIA-4A-1]
#   due: transition
#   severity: error
#   evidence: [evidence.special-category-data]
#   remediation: >-
#     Stop the processing or complete all six conditions in the note. Point evidence.special-category-data at the document.
package aiact.rules["special-category-data"]["provider-bias-work"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-4A-1")

default satisfied := false

satisfied if evidence.proven("special-category-data", elements)

elements := evidence.elements("special-category-data", "AIA-4A-1")

reasons := evidence.reasons("special-category-data", elements)
