# METADATA
# title: The assessment that a listed system is not high-risk is documented
# description: >-
#   Whoever relies on Article 6(3) writes down the condition, why there is no significant risk, and that nobody is profiled.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 6(4)"]
#   obligations: [AIA-6-4]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.article-6-assessment]
#   remediation: >-
#     Write the assessment with at least one condition and an explicit profiling answer, or treat the system as high-risk. Point
#     evidence.article-6-assessment at the document.
package aiact.rules.classification["article-6-3"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-6-4")

default satisfied := false

satisfied if evidence.proven("article-6-assessment", elements)

elements := evidence.elements("article-6-assessment", "AIA-6-4")

reasons := evidence.reasons("article-6-assessment", elements)
