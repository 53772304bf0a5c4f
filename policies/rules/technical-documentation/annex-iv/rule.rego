# METADATA
# title: The technical documentation covers Annex IV
# description: >-
#   Authorities and notified bodies judge the system by this file, so each point of Annex IV is answered for the version that is released.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 11(1)", "Annex IV"]
#   obligations: [AIA-11-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.technical-documentation]
#   remediation: >-
#     Create the index and fill every missing point. Point evidence.technical-documentation at the document.
package aiact.rules["technical-documentation"]["annex-iv"]

import data.aiact.classify.duty
import data.aiact.lib.agreement
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-11-1")

default satisfied := false

satisfied if evidence.proven("technical-documentation", elements)

elements := agreement.checked("technical-documentation", evidence.elements("technical-documentation", "AIA-11-1"))

reasons := agreement.reasons("technical-documentation", elements)
