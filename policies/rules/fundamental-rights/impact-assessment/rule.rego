# METADATA
# title: The fundamental rights impact assessment answers (a) to (f)
# description: >-
#   Before the first use the deployer looks at processes, people, harms, oversight and remedies.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 27(1)"]
#   obligations: [AIA-27-1]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.fundamental-rights-impact-assessment]
#   remediation: >-
#     Complete the six sections before first use. Point evidence.fundamental-rights-impact-assessment at the document.
package aiact.rules["fundamental-rights"]["impact-assessment"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-27-1")

default satisfied := false

satisfied if evidence.proven("fundamental-rights-impact-assessment", elements)

elements := evidence.elements("fundamental-rights-impact-assessment", "AIA-27-1")

reasons := evidence.reasons("fundamental-rights-impact-assessment", elements)
