# METADATA
# title: Operation is monitored and the provider told
# description: >-
#   What users see in operation is what the provider cannot see.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(5) 1st sentence"]
#   obligations: [AIA-26-5-MON]
#   due: high-risk
#   severity: error
#   evidence: [evidence.deployer-monitoring]
#   remediation: >-
#     Define metrics, alerts and a provider contact. Point evidence.deployer-monitoring at the document.
package aiact.rules.deployer.monitoring

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-5-MON")

default satisfied := false

satisfied if evidence.proven("deployer-monitoring", elements)

elements := evidence.elements("deployer-monitoring", "AIA-26-5-MON")

reasons := evidence.reasons("deployer-monitoring", elements)
