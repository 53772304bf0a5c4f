# METADATA
# title: Provider and system are registered in the EU database
# description: >-
#   Everybody can look up which high-risk systems are on the market.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 49(1)", "Art. 16(i)", "Annex VIII Section A"]
#   obligations: [AIA-49-1]
#   due: section-5
#   severity: error
#   evidence: [evidence.registration]
#   remediation: >-
#     Register and store the id. Point evidence.registration at the document.
package aiact.rules.registration["high-risk"]

import data.aiact.classify.duty
import data.aiact.lib.agreement
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-49-1")

default satisfied := false

satisfied if evidence.proven("registration", elements)

elements := agreement.checked("registration", evidence.elements("registration", "AIA-49-1"))

reasons := agreement.reasons("registration", elements)
