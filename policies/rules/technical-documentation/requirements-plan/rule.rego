# METADATA
# title: Every requirement of Articles 9 to 15 has its evidence
# description: >-
#   A plan that maps each requirement to a file shows what is still open before anybody else finds it.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 8(1)", "Art. 16(a)"]
#   obligations: [AIA-8-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.requirements-plan]
#   remediation: >-
#     Fill the matrix with one evidence file per article. Point evidence.requirements-plan at the document.
package aiact.rules["technical-documentation"]["requirements-plan"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-8-1")

default satisfied := false

satisfied if evidence.proven("requirements-plan", elements)

elements := evidence.elements("requirements-plan", "AIA-8-1")

reasons := evidence.reasons("requirements-plan", elements)
