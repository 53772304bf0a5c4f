# METADATA
# title: Requests and orders of the AI Office are followed
# description: >-
#   Where the AI Office supervises, its requests, inspections and commitments bind.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Arts 75a, 75b, 75c"]
#   obligations: [AIA-75A]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.commission-requests]
#   remediation: >-
#     Name a contact and a litigation-hold procedure. Point evidence.commission-requests at the document.
package aiact.rules.authorities["ai-office"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-75A")

default satisfied := false

satisfied if evidence.proven("commission-requests", elements)

elements := evidence.elements("commission-requests", "AIA-75A")

reasons := evidence.reasons("commission-requests", elements)
