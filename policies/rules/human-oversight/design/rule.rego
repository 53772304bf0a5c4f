# METADATA
# title: The system is designed for human oversight
# description: >-
#   Measures built in by the provider or handed to the deployer keep a person able to prevent harm.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 14(1)-(3)"]
#   obligations: [AIA-14-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.human-oversight]
#   remediation: >-
#     Write the oversight concept and link each measure to code or IFU. Point evidence.human-oversight at the document.
package aiact.rules["human-oversight"].design

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-14-1")

default satisfied := false

satisfied if evidence.proven("human-oversight", elements)

elements := evidence.elements("human-oversight", "AIA-14-1")

reasons := evidence.reasons("human-oversight", elements)
