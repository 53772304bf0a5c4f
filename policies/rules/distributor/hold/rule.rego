# METADATA
# title: A doubtful system is held back by the distributor
# description: >-
#   What does not conform is not passed on.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 24(2)"]
#   obligations: [AIA-24-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.distributor-checks]
#   remediation: >-
#     Block and inform. Point evidence.distributor-checks at the document.
package aiact.rules.distributor.hold

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-24-2")

default satisfied := false

satisfied if evidence.proven("distributor-checks", elements)

elements := evidence.elements("distributor-checks", "AIA-24-2")

reasons := evidence.reasons("distributor-checks", elements)
