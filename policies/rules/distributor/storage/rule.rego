# METADATA
# title: Storage and transport by the distributor do no harm
# description: >-
#   The way to the customer must not change what was assessed.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 24(3)"]
#   obligations: [AIA-24-3]
#   due: high-risk
#   severity: error
#   evidence: [evidence.distributor-checks]
#   remediation: >-
#     Describe or mark not applicable. Point evidence.distributor-checks at the document.
package aiact.rules.distributor.storage

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-24-3")

default satisfied := false

satisfied if evidence.proven("distributor-checks", elements)

elements := evidence.elements("distributor-checks", "AIA-24-3")

reasons := evidence.reasons("distributor-checks", elements)
