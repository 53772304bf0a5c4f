# METADATA
# title: The distributor can answer authorities
# description: >-
#   Actions taken are documented and shown on request.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 24(5), (6)"]
#   obligations: [AIA-24-5]
#   due: high-risk
#   severity: error
#   evidence: [evidence.authority-cooperation]
#   remediation: >-
#     Name contact and procedure. Point evidence.authority-cooperation at the document.
package aiact.rules.distributor.cooperation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-24-5")

default satisfied := false

satisfied if evidence.proven("authority-cooperation", elements)

elements := evidence.elements("authority-cooperation", "AIA-24-5")

reasons := evidence.reasons("authority-cooperation", elements)
