# METADATA
# title: Persons subject to the system's decisions are told
# description: >-
#   Who is judged with the help of a high-risk system has to know it.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(11)"]
#   obligations: [AIA-26-11]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.affected-persons-information]
#   remediation: >-
#     Add a notice to the decision flow. Point evidence.affected-persons-information at the document.
package aiact.rules.deployer["affected-persons"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-11")

default satisfied := false

satisfied if evidence.proven("affected-persons-information", elements)

elements := evidence.elements("affected-persons-information", "AIA-26-11")

reasons := evidence.reasons("affected-persons-information", elements)
