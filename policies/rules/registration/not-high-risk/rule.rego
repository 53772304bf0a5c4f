# METADATA
# title: A filtered Annex III system is registered
# description: >-
#   Whoever concludes that a listed system is not high-risk says so in public.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 49(2)", "Annex VIII Section B"]
#   obligations: [AIA-49-2]
#   due: section-5
#   severity: error
#   evidence: [evidence.registration]
#   remediation: >-
#     Register in the EU database and put the id in the manifest. Point evidence.registration at the document.
package aiact.rules.registration["not-high-risk"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-49-2")

default satisfied := false

satisfied if evidence.proven("registration", elements)

elements := evidence.elements("registration", "AIA-49-2")

reasons := evidence.reasons("registration", elements)
