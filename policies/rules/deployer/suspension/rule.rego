# METADATA
# title: Use is suspended and reported when a risk appears
# description: >-
#   A procedure says who stops the system and who is told.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(5) 2nd sentence"]
#   obligations: [AIA-26-5-RISK]
#   due: high-risk
#   severity: error
#   evidence: [evidence.deployer-monitoring]
#   remediation: >-
#     Write a kill-switch procedure with contacts. Point evidence.deployer-monitoring at the document.
package aiact.rules.deployer.suspension

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-5-RISK")

default satisfied := false

satisfied if evidence.proven("deployer-monitoring", elements)

elements := evidence.elements("deployer-monitoring", "AIA-26-5-RISK")

reasons := evidence.reasons("deployer-monitoring", elements)
