# METADATA
# title: The system is used according to its instructions
# description: >-
#   An operating procedure cites the instructions of the version in use.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(1), (3)"]
#   obligations: [AIA-26-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.deployer-use]
#   remediation: >-
#     Write an operating procedure per IFU version. Point evidence.deployer-use at the document.
package aiact.rules.deployer.instructions

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-1")

default satisfied := false

satisfied if evidence.proven("deployer-use", elements)

elements := evidence.elements("deployer-use", "AIA-26-1")

reasons := evidence.reasons("deployer-use", elements)
