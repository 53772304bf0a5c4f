# METADATA
# title: The Commission can get access to evaluate the model
# description: >-
#   A way to give access is prepared.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 92(3), (5)"]
#   obligations: [AIA-92-5]
#   due: gpai
#   severity: error
#   evidence: [evidence.commission-requests]
#   remediation: >-
#     Prepare an access procedure. Point evidence.commission-requests at the document.
package aiact.rules.gpai["evaluation-access"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-92-5")

default satisfied := false

satisfied if evidence.proven("commission-requests", elements)

elements := evidence.elements("commission-requests", "AIA-92-5")

reasons := evidence.reasons("commission-requests", elements)
