# METADATA
# title: Incidents go to the AI Office where it supervises
# description: >-
#   The procedure names the right addressee.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 75(1), (1a)"]
#   obligations: [AIA-75-1A]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.incident-procedure]
#   remediation: >-
#     Set the supervisor to AI Office in the incident procedure. Point evidence.incident-procedure at the document.
package aiact.rules.incidents["ai-office"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-75-1A")

default satisfied := false

satisfied if evidence.proven("incident-procedure", elements)

elements := evidence.elements("incident-procedure", "AIA-75-1A")

reasons := evidence.reasons("incident-procedure", elements)
