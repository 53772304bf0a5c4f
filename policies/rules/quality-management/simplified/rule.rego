# METADATA
# title: Simplified quality management stays within its limits
# description: >-
#   Stand-alone small enterprises may simplify what the guidelines of the Commission name, and nothing else.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 63(1), (2)"]
#   obligations: [AIA-63-1]
#   due: high-risk
#   severity: note
#   evidence: [evidence.quality-management]
#   remediation: >-
#     Keep the full QMS until guidelines exist. Point evidence.quality-management at the document.
package aiact.rules["quality-management"].simplified

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-63-1")

default satisfied := false

satisfied if evidence.proven("quality-management", elements)

elements := evidence.elements("quality-management", "AIA-63-1")

reasons := evidence.reasons("quality-management", elements)
