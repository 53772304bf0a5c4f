# METADATA
# title: Human oversight is assigned to able persons
# description: >-
#   Named persons have the competence, the training, the authority and the support to overrule the system.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(2)"]
#   obligations: [AIA-26-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.oversight-assignment]
#   remediation: >-
#     Add a roster with the four attributes. Point evidence.oversight-assignment at the document.
package aiact.rules.deployer["oversight-persons"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-2")

default satisfied := false

satisfied if evidence.proven("oversight-assignment", elements)

elements := evidence.elements("oversight-assignment", "AIA-26-2")

reasons := evidence.reasons("oversight-assignment", elements)
