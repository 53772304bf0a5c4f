# METADATA
# title: Serious incidents are reported in the right order
# description: >-
#   First the provider, then importer or distributor and the authorities.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(5) 3rd sentence"]
#   obligations: [AIA-26-5-INC]
#   due: high-risk
#   severity: error
#   evidence: [evidence.deployer-monitoring]
#   remediation: >-
#     Write the procedure with the order of notices. Point evidence.deployer-monitoring at the document.
package aiact.rules.deployer["incident-reporting"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-5-INC")

default satisfied := false

satisfied if evidence.proven("deployer-monitoring", elements)

elements := evidence.elements("deployer-monitoring", "AIA-26-5-INC")

reasons := evidence.reasons("deployer-monitoring", elements)
