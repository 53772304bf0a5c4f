# METADATA
# title: The impact assessment is kept up to date
# description: >-
#   A changed process or group needs a changed assessment.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 27(2)"]
#   obligations: [AIA-27-2]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.fundamental-rights-impact-assessment]
#   remediation: >-
#     Review after each change of system, process or group. Point evidence.fundamental-rights-impact-assessment at the document.
package aiact.rules["fundamental-rights"].updates

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-27-2")

default satisfied := false

satisfied if evidence.proven("fundamental-rights-impact-assessment", elements)

elements := evidence.elements("fundamental-rights-impact-assessment", "AIA-27-2")

reasons := evidence.reasons("fundamental-rights-impact-assessment", elements)
