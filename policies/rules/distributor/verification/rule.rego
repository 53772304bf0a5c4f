# METADATA
# title: The distributor checked the system before making it available
# description: >-
#   Marking, declaration, instructions and the names of provider and importer are verified.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 24(1)"]
#   obligations: [AIA-24-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.distributor-checks]
#   remediation: >-
#     Complete the checklist. Point evidence.distributor-checks at the document.
package aiact.rules.distributor.verification

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-24-1")

default satisfied := false

satisfied if evidence.proven("distributor-checks", elements)

elements := evidence.elements("distributor-checks", "AIA-24-1")

reasons := evidence.reasons("distributor-checks", elements)
