# METADATA
# title: A substantial modification is assessed anew
# description: >-
#   Each release has a decision whether a change is substantial, and a new assessment if it is.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 43(4)"]
#   obligations: [AIA-43-4]
#   due: section-5
#   severity: error
#   evidence: [evidence.conformity-assessment]
#   remediation: >-
#     Decide per release whether a change is substantial and re-assess if so. Point evidence.conformity-assessment at the document.
package aiact.rules.conformity["substantial-modification"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-43-4")

default satisfied := false

satisfied if evidence.proven("conformity-assessment", elements)

elements := evidence.elements("conformity-assessment", "AIA-43-4")

reasons := evidence.reasons("conformity-assessment", elements)
