# METADATA
# title: A serious incident is investigated and the evidence kept
# description: >-
#   The system is not altered before the authorities know.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 73(6)"]
#   obligations: [AIA-73-6]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.incident-procedure]
#   remediation: >-
#     Add a freeze step: no redeploy of the affected version before notice. Point evidence.incident-procedure at the document.
package aiact.rules.incidents.investigation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-73-6")

default satisfied := false

satisfied if evidence.proven("incident-procedure", elements)

elements := evidence.elements("incident-procedure", "AIA-73-6")

reasons := evidence.reasons("incident-procedure", elements)
