# METADATA
# title: The distributor acts on a system it already passed on
# description: >-
#   What was made available and does not conform is corrected, withdrawn or recalled.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 24(4)"]
#   obligations: [AIA-24-4]
#   due: high-risk
#   severity: error
#   evidence: [evidence.distributor-checks]
#   remediation: >-
#     Open a record and notify. Point evidence.distributor-checks at the document.
package aiact.rules.distributor["corrective-action"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-24-4")

default satisfied := false

satisfied if evidence.proven("distributor-checks", elements)

elements := evidence.elements("distributor-checks", "AIA-24-4")

reasons := evidence.reasons("distributor-checks", elements)
