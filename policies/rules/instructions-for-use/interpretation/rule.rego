# METADATA
# title: Deployers can interpret the output
# description: >-
#   A deployer who cannot read a result cannot oversee the system.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 13(1)"]
#   obligations: [AIA-13-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.instructions-for-use]
#   remediation: >-
#     Describe how deployers read outputs and add explanation fields. Point evidence.instructions-for-use at the document.
package aiact.rules["instructions-for-use"].interpretation

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-13-1")

default satisfied := false

satisfied if evidence.proven("instructions-for-use", elements)

elements := evidence.elements("instructions-for-use", "AIA-13-1")

reasons := evidence.reasons("instructions-for-use", elements)
