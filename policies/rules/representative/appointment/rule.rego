# METADATA
# title: A provider outside the Union has an authorised representative
# description: >-
#   Authorities need somebody in the Union whom they can address.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 22(1), (2)"]
#   obligations: [AIA-22-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.authorised-representative]
#   remediation: >-
#     Appoint a representative and record the mandate. Point evidence.authorised-representative at the document.
package aiact.rules.representative.appointment

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-22-1")

default satisfied := false

satisfied if evidence.proven("authorised-representative", elements)

elements := evidence.elements("authorised-representative", "AIA-22-1")

reasons := evidence.reasons("authorised-representative", elements)
