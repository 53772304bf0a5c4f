# METADATA
# title: A person can get an explanation of the decision
# description: >-
#   The role of the system and the main elements of the decision are explained clearly.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 86(1)"]
#   obligations: [AIA-86-1]
#   due: chapter-9
#   severity: error
#   evidence: [evidence.decision-explanation]
#   remediation: >-
#     Provide a template and store reason codes per decision. Point evidence.decision-explanation at the document.
package aiact.rules.deployer.explanation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-86-1")

default satisfied := false

satisfied if evidence.proven("decision-explanation", elements)

elements := evidence.elements("decision-explanation", "AIA-86-1")

reasons := evidence.reasons("decision-explanation", elements)
