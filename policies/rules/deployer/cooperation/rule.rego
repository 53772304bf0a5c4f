# METADATA
# title: The deployer can answer authorities
# description: >-
#   A contact and a procedure exist before the authority calls.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(12)"]
#   obligations: [AIA-26-12]
#   due: high-risk
#   severity: error
#   evidence: [evidence.authority-cooperation]
#   remediation: >-
#     Name a contact. Point evidence.authority-cooperation at the document.
package aiact.rules.deployer.cooperation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-12")

default satisfied := false

satisfied if evidence.proven("authority-cooperation", elements)

elements := evidence.elements("authority-cooperation", "AIA-26-12")

reasons := evidence.reasons("authority-cooperation", elements)
