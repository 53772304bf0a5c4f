# METADATA
# title: Suppliers of components are bound by a written agreement
# description: >-
#   A provider can only answer for a bought model with the supplier's information and access.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 25(4)"]
#   obligations: [AIA-25-4]
#   due: high-risk
#   severity: error
#   evidence: [evidence.value-chain]
#   remediation: >-
#     Sign or reference an agreement for each non-exempt supplier, always for GPAI models. Point evidence.value-chain at the document.
package aiact.rules["value-chain"]["supplier-agreement"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-25-4")

default satisfied := false

satisfied if evidence.proven("value-chain", elements)

elements := evidence.elements("value-chain", "AIA-25-4")

reasons := evidence.reasons("value-chain", elements)
