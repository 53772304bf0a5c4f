# METADATA
# title: The transition for older high-risk systems is proven
# description: >-
#   The date of the first unit and an unchanged design are what the relief rests on.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 111(2)"]
#   obligations: [AIA-111-2]
#   due: transition
#   severity: warning
#   evidence: [evidence.legacy-proof]
#   remediation: >-
#     Record date and fingerprint, or drop the claim. Point evidence.legacy-proof at the document.
package aiact.rules.legacy["high-risk"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-111-2")

default satisfied := false

satisfied if evidence.proven("legacy-proof", elements)

elements := evidence.elements("legacy-proof", "AIA-111-2")

reasons := evidence.reasons("legacy-proof", elements)
