# METADATA
# title: The importer can answer authorities
# description: >-
#   Documents are at hand in a language the authority understands.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 23(6), (7)"]
#   obligations: [AIA-23-6]
#   due: high-risk
#   severity: error
#   evidence: [evidence.authority-cooperation]
#   remediation: >-
#     Name contact and procedure. Point evidence.authority-cooperation at the document.
package aiact.rules.importer.cooperation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-23-6")

default satisfied := false

satisfied if evidence.proven("authority-cooperation", elements)

elements := evidence.elements("authority-cooperation", "AIA-23-6")

reasons := evidence.reasons("authority-cooperation", elements)
