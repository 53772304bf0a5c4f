# METADATA
# title: A critical-infrastructure system is registered nationally
# description: >-
#   Systems of Annex III point 2 go to a national register.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 49(5)"]
#   obligations: [AIA-49-5]
#   due: section-5
#   severity: error
#   evidence: [evidence.registration]
#   remediation: >-
#     Register nationally. Point evidence.registration at the document.
package aiact.rules.registration.national

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-49-5")

default satisfied := false

satisfied if evidence.proven("registration", elements)

elements := evidence.elements("registration", "AIA-49-5")

reasons := evidence.reasons("registration", elements)
