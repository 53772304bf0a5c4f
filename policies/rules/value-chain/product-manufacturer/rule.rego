# METADATA
# title: The product manufacturer accepts the provider's role
# description: >-
#   A manufacturer who sells a safety component under its name is the provider of the system.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 25(3)"]
#   obligations: [AIA-25-3]
#   due: high-risk
#   severity: error
#   evidence: [evidence.value-chain]
#   remediation: >-
#     Set role provider for the manufacturer. Point evidence.value-chain at the document.
package aiact.rules["value-chain"]["product-manufacturer"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-25-3")

default satisfied := false

satisfied if evidence.proven("value-chain", elements)

elements := evidence.elements("value-chain", "AIA-25-3")

reasons := evidence.reasons("value-chain", elements)
