# METADATA
# title: Documentation can be supplied to fundamental-rights bodies
# description: >-
#   Bodies that protect fundamental rights receive the documentation in an accessible, machine-readable form.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 77(1)-(1b)"]
#   obligations: [AIA-77-1]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.authority-cooperation]
#   remediation: >-
#     Keep an exportable documentation set. Point evidence.authority-cooperation at the document.
package aiact.rules.authorities["fundamental-rights-bodies"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-77-1")

default satisfied := false

satisfied if evidence.proven("authority-cooperation", elements)

elements := evidence.elements("authority-cooperation", "AIA-77-1")

reasons := evidence.reasons("authority-cooperation", elements)
