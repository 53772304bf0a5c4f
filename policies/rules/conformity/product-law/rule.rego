# METADATA
# title: The sectoral procedure covers the Act's requirements
# description: >-
#   Products of Annex I Section A are assessed once, by the procedure of their own law.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 43(3)"]
#   obligations: [AIA-43-3]
#   due: section-5
#   severity: error
#   evidence: [evidence.conformity-assessment]
#   remediation: >-
#     Name module, notified body and coverage of Section 2. Point evidence.conformity-assessment at the document.
package aiact.rules.conformity["product-law"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-43-3")

default satisfied := false

satisfied if evidence.proven("conformity-assessment", elements)

elements := evidence.elements("conformity-assessment", "AIA-43-3")

reasons := evidence.reasons("conformity-assessment", elements)
