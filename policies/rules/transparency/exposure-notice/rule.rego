# METADATA
# title: People exposed to emotion recognition or categorisation are told
# description: >-
#   Whoever is read by such a system has to know before it happens.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(3)"]
#   obligations: [AIA-50-3]
#   due: transparency
#   severity: error
#   evidence: [evidence.exposure-notice]
#   remediation: >-
#     Display a notice before exposure. Point evidence.exposure-notice at the document.
package aiact.rules.transparency["exposure-notice"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-50-3")

default satisfied := false

satisfied if evidence.proven("exposure-notice", elements)

elements := evidence.elements("exposure-notice", "AIA-50-3")

reasons := evidence.reasons("exposure-notice", elements)
