# METADATA
# title: The system meets accessibility requirements
# description: >-
#   A system that disabled persons cannot use shuts them out of what it decides on.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 16(l)"]
#   obligations: [AIA-16-L]
#   due: high-risk
#   severity: error
#   evidence: [evidence.accessibility]
#   remediation: >-
#     Run and store an accessibility check of the user interface. Point evidence.accessibility at the document.
package aiact.rules.provider.accessibility

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-16-L")

default satisfied := false

satisfied if evidence.proven("accessibility", elements)

elements := evidence.elements("accessibility", "AIA-16-L")

reasons := evidence.reasons("accessibility", elements)
