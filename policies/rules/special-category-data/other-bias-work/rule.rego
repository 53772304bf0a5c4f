# METADATA
# title: Special-category data outside high-risk provision meet the conditions
# description: >-
#   Deployers and providers of other systems and models have the same narrow permission, limited to biases that can hurt people.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 4a(2)"]
#   obligations: [AIA-4A-2]
#   due: transition
#   severity: error
#   evidence: [evidence.special-category-data]
#   remediation: >-
#     Complete the note or use non-sensitive data. Point evidence.special-category-data at the document.
package aiact.rules["special-category-data"]["other-bias-work"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-4A-2")

default satisfied := false

satisfied if evidence.proven("special-category-data", elements)

elements := evidence.elements("special-category-data", "AIA-4A-2")

reasons := evidence.reasons("special-category-data", elements)
