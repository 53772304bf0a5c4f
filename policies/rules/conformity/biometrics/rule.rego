# METADATA
# title: Biometric systems passed the right conformity assessment
# description: >-
#   Without a harmonised standard cited in the Official Journal a notified body has to look at the system.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 43(1)", "Annexes VI, VII"]
#   obligations: [AIA-43-1]
#   due: section-5
#   severity: error
#   evidence: [evidence.conformity-assessment]
#   remediation: >-
#     Take the notified-body route unless an OJ-cited standard is fully applied. Point evidence.conformity-assessment at the document.
package aiact.rules.conformity.biometrics

import data.aiact.classify.duty
import data.aiact.lib.agreement
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-43-1")

default satisfied := false

satisfied if evidence.proven("conformity-assessment", elements)

elements := array.concat(evidence.elements("conformity-assessment", "AIA-43-1"), _claimed)

# The choice of the procedure may not rest on a standard that is not cited.
_claimed := [object.union(evidence.element("oj_cited_standard_full", "inconsistent", {}), {"note": agreement.uncited}) |
	agreement.claimed_in_vain
]

reasons := agreement.reasons("conformity-assessment", elements)
