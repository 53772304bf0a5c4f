# METADATA
# title: The model's provider cooperates with the Commission
# description: >-
#   A contact and a procedure exist before the request comes.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 53(3)"]
#   obligations: [AIA-53-3]
#   due: gpai
#   severity: error
#   evidence: [evidence.commission-requests]
#   remediation: >-
#     Name a contact. Point evidence.commission-requests at the document.
package aiact.rules.gpai.cooperation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-53-3")

default satisfied := false

satisfied if evidence.proven("commission-requests", elements)

elements := evidence.elements("commission-requests", "AIA-53-3")

reasons := evidence.reasons("commission-requests", elements)
