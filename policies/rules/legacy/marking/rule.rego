# METADATA
# title: The transition for the marking of outputs is proven
# description: >-
#   Systems placed before 2 August 2026 have until 2 December 2026, if the date can be shown.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 111(4)"]
#   obligations: [AIA-111-4]
#   due: marking
#   severity: warning
#   evidence: [evidence.legacy-proof]
#   remediation: >-
#     Deliver marking by 2026-12-02. Point evidence.legacy-proof at the document.
package aiact.rules.legacy.marking

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-111-4")

default satisfied := false

satisfied if evidence.proven("legacy-proof", elements)

elements := evidence.elements("legacy-proof", "AIA-111-4")

reasons := evidence.reasons("legacy-proof", elements)
