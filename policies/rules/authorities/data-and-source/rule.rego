# METADATA
# title: Authorities can get access to data sets and source code
# description: >-
#   Where the data sets and the source of each release lie is written down before the request comes.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 74(12), (13)"]
#   obligations: [AIA-74-12]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.authority-cooperation]
#   remediation: >-
#     Write down where data sets and source of each release are and how access is given. Point evidence.authority-cooperation at the
#     document.
package aiact.rules.authorities["data-and-source"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-74-12")

default satisfied := false

satisfied if evidence.proven("authority-cooperation", elements)

elements := evidence.elements("authority-cooperation", "AIA-74-12")

reasons := evidence.reasons("authority-cooperation", elements)
