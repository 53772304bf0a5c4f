# METADATA
# title: The certificate is valid
# description: >-
#   Certificates last four or five years and have to be renewed.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 44(2)"]
#   obligations: [AIA-44-2]
#   due: section-5
#   severity: error
#   evidence: [evidence.conformity-assessment]
#   remediation: >-
#     Renew before expiry. Point evidence.conformity-assessment at the document.
package aiact.rules.conformity["certificate-validity"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-44-2")

default satisfied := false

satisfied if evidence.proven("conformity-assessment", elements)

elements := evidence.elements("conformity-assessment", "AIA-44-2")

reasons := evidence.reasons("conformity-assessment", elements)
