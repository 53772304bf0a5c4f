# METADATA
# title: Third-party assessment goes through the AI Office
# description: >-
#   Where the AI Office supervises, the assessment is applied for with the Commission.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 75(1e)"]
#   obligations: [AIA-75-1E]
#   due: section-5
#   severity: error
#   evidence: [evidence.conformity-assessment]
#   remediation: >-
#     Apply through the AI Office route. Point evidence.conformity-assessment at the document.
package aiact.rules.conformity["ai-office-route"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-75-1E")

default satisfied := false

satisfied if evidence.proven("conformity-assessment", elements)

elements := evidence.elements("conformity-assessment", "AIA-75-1E")

reasons := evidence.reasons("conformity-assessment", elements)
