# METADATA
# title: The representative ends the mandate when the provider breaks the law
# description: >-
#   A representative who knows of a breach may not stay on in silence.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 22(4)"]
#   obligations: [AIA-22-4]
#   due: high-risk
#   severity: error
#   evidence: [evidence.authorised-representative]
#   remediation: >-
#     Terminate and notify. Point evidence.authorised-representative at the document.
package aiact.rules.representative.termination

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-22-4")

default satisfied := false

satisfied if evidence.proven("authorised-representative", elements)

elements := evidence.elements("authorised-representative", "AIA-22-4")

reasons := evidence.reasons("authorised-representative", elements)
