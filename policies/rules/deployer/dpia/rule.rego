# METADATA
# title: The data protection impact assessment uses the instructions for use
# description: >-
#   The provider's information belongs into the assessment under data protection law.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(9)"]
#   obligations: [AIA-26-9]
#   due: high-risk
#   severity: error
#   evidence: [evidence.dpia]
#   remediation: >-
#     Cite IFU sections in the DPIA. Point evidence.dpia at the document.
package aiact.rules.deployer.dpia

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-9")

default satisfied := false

satisfied if evidence.proven("dpia", elements)

elements := evidence.elements("dpia", "AIA-26-9")

reasons := evidence.reasons("dpia", elements)
