# METADATA
# title: The first provider hands over what the new provider needs
# description: >-
#   Whoever turns a system into a high-risk one needs documents, limits and access from its maker.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 25(2)"]
#   obligations: [AIA-25-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.value-chain]
#   remediation: >-
#     Prepare the handover package or state clearly in all materials that high-risk use is excluded. Point evidence.value-chain at the
#     document.
package aiact.rules["value-chain"].handover

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-25-2")

default satisfied := false

satisfied if evidence.proven("value-chain", elements)

elements := evidence.elements("value-chain", "AIA-25-2")

reasons := evidence.reasons("value-chain", elements)
