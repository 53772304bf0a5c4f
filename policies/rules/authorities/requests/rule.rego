# METADATA
# title: Reasoned requests of authorities can be answered
# description: >-
#   Somebody is named who can hand over documents and logs in a language the authority reads.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 21(1), (2)", "Art. 16(k)"]
#   obligations: [AIA-21-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.authority-cooperation]
#   remediation: >-
#     Name a contact and a procedure to export the file. Point evidence.authority-cooperation at the document.
package aiact.rules.authorities.requests

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-21-1")

default satisfied := false

satisfied if evidence.proven("authority-cooperation", elements)

elements := evidence.elements("authority-cooperation", "AIA-21-1")

reasons := evidence.reasons("authority-cooperation", elements)
