# METADATA
# title: A post-market monitoring system is documented
# description: >-
#   Data from use show whether the system still meets the requirements.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 72(1), (2)"]
#   obligations: [AIA-72-1]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.post-market-monitoring]
#   remediation: >-
#     Define data sources, metrics, thresholds, cadence and owner. Point evidence.post-market-monitoring at the document.
package aiact.rules["post-market"].system

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-72-1")

default satisfied := false

satisfied if evidence.proven("post-market-monitoring", elements)

elements := evidence.elements("post-market-monitoring", "AIA-72-1")

reasons := evidence.reasons("post-market-monitoring", elements)
