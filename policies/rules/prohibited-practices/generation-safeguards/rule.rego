# METADATA
# title: Safeguards against intimate and child sexual material are described
# description: >-
#   A generator that foreseeably yields such material is only outside the prohibition while its safeguards prevent it reliably and misuse is
#   corrected.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(1a)(a)(ii)"]
#   obligations: [AIA-5-1A-SAFE]
#   due: prohibition-2026
#   severity: warning
#   evidence: [evidence.generation-safeguards]
#   remediation: >-
#     Add and test filters on input and output, a report channel and a correction log before 2026-12-02. Point evidence.generation-
#     safeguards at the document.
package aiact.rules["prohibited-practices"]["generation-safeguards"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-5-1A-SAFE")

default satisfied := false

satisfied if evidence.proven("generation-safeguards", elements)

elements := evidence.elements("generation-safeguards", "AIA-5-1A-SAFE")

reasons := evidence.reasons("generation-safeguards", elements)
