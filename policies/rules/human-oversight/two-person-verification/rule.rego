# METADATA
# title: Two persons verify an identification
# description: >-
#   No action rests on a match that one person alone has confirmed.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 14(5)"]
#   obligations: [AIA-14-5]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.human-oversight]
#   remediation: >-
#     Enforce two distinct confirmations in the workflow. Point evidence.human-oversight at the document.
package aiact.rules["human-oversight"]["two-person-verification"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-14-5")

default satisfied := false

satisfied if evidence.proven("human-oversight", elements)

elements := evidence.elements("human-oversight", "AIA-14-5")

reasons := evidence.reasons("human-oversight", elements)
