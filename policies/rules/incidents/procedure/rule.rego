# METADATA
# title: A procedure reports serious incidents in time
# description: >-
#   Fifteen, ten or two days pass quickly when nobody knows whom to write to.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 73(1)-(5)"]
#   obligations: [AIA-73-1]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.incident-procedure]
#   remediation: >-
#     Write the procedure and a register with both timestamps. Point evidence.incident-procedure at the document.
package aiact.rules.incidents.procedure

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-73-1")

default satisfied := false

satisfied if evidence.proven("incident-procedure", elements)

elements := evidence.elements("incident-procedure", "AIA-73-1")

reasons := evidence.reasons("incident-procedure", elements)
