# METADATA
# title: Integrated monitoring covers the Act's elements
# description: >-
#   Whoever already monitors under sectoral law may add the elements there; using it is an option.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 72(4)"]
#   obligations: [AIA-72-4]
#   due: chapter-9
#   severity: note
#   evidence: [evidence.post-market-monitoring]
#   remediation: >-
#     Map elements to the existing plan. Point evidence.post-market-monitoring at the document.
package aiact.rules["post-market"].integration

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-72-4")

default satisfied := false

satisfied if evidence.proven("post-market-monitoring", elements)

elements := evidence.elements("post-market-monitoring", "AIA-72-4")

reasons := evidence.reasons("post-market-monitoring", elements)
