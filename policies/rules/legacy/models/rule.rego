# METADATA
# title: The transition for older models is proven
# description: >-
#   Models placed before 2 August 2025 have until 2 August 2027, if the date can be shown.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 111(3)"]
#   obligations: [AIA-111-3]
#   due: gpai
#   severity: warning
#   evidence: [evidence.legacy-proof]
#   remediation: >-
#     Plan to finish by 2027-08-02. Point evidence.legacy-proof at the document.
package aiact.rules.legacy.models

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-111-3")

default satisfied := false

satisfied if evidence.proven("legacy-proof", elements)

elements := evidence.elements("legacy-proof", "AIA-111-3")

reasons := evidence.reasons("legacy-proof", elements)
