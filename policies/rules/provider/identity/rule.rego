# METADATA
# title: The provider's name and address are on the system
# description: >-
#   People and authorities have to know whom to turn to.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 16(b)"]
#   obligations: [AIA-16-B]
#   due: high-risk
#   severity: error
#   evidence: [evidence.product-information]
#   remediation: >-
#     Add provider identity to the product or documentation. Point evidence.product-information at the document.
package aiact.rules.provider.identity

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-16-B")

default satisfied := false

satisfied if evidence.proven("product-information", elements)

elements := evidence.elements("product-information", "AIA-16-B")

reasons := evidence.reasons("product-information", elements)
