# METADATA
# title: The plan covers the product law of Annex I
# description: >-
#   A product under harmonisation law has to meet the Act and that law together.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 8(2)"]
#   obligations: [AIA-8-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.requirements-plan]
#   remediation: >-
#     Name the sectoral act and where each AI Act element lives. Point evidence.requirements-plan at the document.
package aiact.rules["technical-documentation"]["product-law"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-8-2")

default satisfied := false

satisfied if evidence.proven("requirements-plan", elements)

elements := evidence.elements("requirements-plan", "AIA-8-2")

reasons := evidence.reasons("requirements-plan", elements)
