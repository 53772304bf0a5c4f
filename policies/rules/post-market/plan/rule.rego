# METADATA
# title: A post-market monitoring plan exists
# description: >-
#   The plan is part of the technical documentation.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 72(3)", "Annex IV point 9"]
#   obligations: [AIA-72-3]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.post-market-monitoring]
#   remediation: >-
#     Write the plan; Commission template (voluntary) is due by 2027-09-02. Point evidence.post-market-monitoring at the document.
package aiact.rules["post-market"].plan

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-72-3")

default satisfied := false

satisfied if evidence.proven("post-market-monitoring", elements)

elements := evidence.elements("post-market-monitoring", "AIA-72-3")

reasons := evidence.reasons("post-market-monitoring", elements)
