# METADATA
# title: The simplified form is used where it was chosen
# description: >-
#   A small enterprise that opts for simplified documentation has to use the form of the Commission and to show that it is small.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 11(1) 2nd subparagraph"]
#   obligations: [AIA-11-1-SME]
#   due: high-risk
#   severity: warning
#   evidence: [evidence.technical-documentation]
#   remediation: >-
#     Use the full Annex IV until the form exists; then the form. Point evidence.technical-documentation at the document.
package aiact.rules["technical-documentation"]["simplified-form"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-11-1-SME")

default satisfied := false

satisfied if evidence.proven("technical-documentation", elements)

elements := evidence.elements("technical-documentation", "AIA-11-1-SME")

reasons := evidence.reasons("technical-documentation", elements)
