# METADATA
# title: The results of the impact assessment are notified
# description: >-
#   The market surveillance authority receives the filled-out template.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 27(3)"]
#   obligations: [AIA-27-3]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.fundamental-rights-impact-assessment]
#   remediation: >-
#     Notify and store the reference. Point evidence.fundamental-rights-impact-assessment at the document.
package aiact.rules["fundamental-rights"].notification

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-27-3")

default satisfied := false

satisfied if evidence.proven("fundamental-rights-impact-assessment", elements)

elements := evidence.elements("fundamental-rights-impact-assessment", "AIA-27-3")

reasons := evidence.reasons("fundamental-rights-impact-assessment", elements)
