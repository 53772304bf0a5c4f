# METADATA
# title: Measures requested by the Commission are carried out
# description: >-
#   Open measures have a date and somebody who sees to them.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 93(1), (3)"]
#   obligations: [AIA-93-1]
#   due: gpai
#   severity: error
#   evidence: [evidence.commission-requests]
#   remediation: >-
#     Track measures. Point evidence.commission-requests at the document.
package aiact.rules.gpai["requested-measures"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-93-1")

default satisfied := false

satisfied if evidence.proven("commission-requests", elements)

elements := evidence.elements("commission-requests", "AIA-93-1")

reasons := evidence.reasons("commission-requests", elements)
