# METADATA
# title: A derogation from the assessment is authorised and limited
# description: >-
#   Exceptional reasons allow use before the assessment, for a limited period and with an authorisation.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 46(1), (2), (7)"]
#   obligations: [AIA-46-1]
#   due: section-5
#   severity: error
#   evidence: [evidence.conformity-assessment]
#   remediation: >-
#     Attach authorisation with end date. Point evidence.conformity-assessment at the document.
package aiact.rules.conformity.derogation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-46-1")

default satisfied := false

satisfied if evidence.proven("conformity-assessment", elements)

elements := evidence.elements("conformity-assessment", "AIA-46-1")

reasons := evidence.reasons("conformity-assessment", elements)
