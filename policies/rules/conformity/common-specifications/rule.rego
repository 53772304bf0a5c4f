# METADATA
# title: Another solution than the common specifications is justified
# description: >-
#   Whoever leaves a common specification aside shows that its own solution is equivalent.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 41(5)"]
#   obligations: [AIA-41-5]
#   due: section-5
#   severity: error
#   evidence: [evidence.common-specifications]
#   remediation: >-
#     Write the note. Point evidence.common-specifications at the document.
package aiact.rules.conformity["common-specifications"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-41-5")

default satisfied := false

satisfied if evidence.proven("common-specifications", elements)

elements := evidence.elements("common-specifications", "AIA-41-5")

reasons := evidence.reasons("common-specifications", elements)
