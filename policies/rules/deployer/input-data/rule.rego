# METADATA
# title: Input data are relevant and representative
# description: >-
#   A deployer who feeds the system answers for what goes in.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(4)"]
#   obligations: [AIA-26-4]
#   due: high-risk
#   severity: error
#   evidence: [evidence.input-data]
#   remediation: >-
#     Add input checks. Point evidence.input-data at the document.
package aiact.rules.deployer["input-data"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-4")

default satisfied := false

satisfied if evidence.proven("input-data", elements)

elements := evidence.elements("input-data", "AIA-26-4")

reasons := evidence.reasons("input-data", elements)
