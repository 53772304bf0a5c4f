# METADATA
# title: The notified body is told of changes
# description: >-
#   A certificate covers what was assessed, so changes are notified and audits accepted.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Annex VII points 3.4, 4.7, 5.2"]
#   obligations: [AIA-43-1-CHG]
#   due: section-5
#   severity: error
#   evidence: [evidence.conformity-assessment]
#   remediation: >-
#     File a notice for each relevant change before release. Point evidence.conformity-assessment at the document.
package aiact.rules.conformity["notified-changes"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-43-1-CHG")

default satisfied := false

satisfied if evidence.proven("conformity-assessment", elements)

elements := evidence.elements("conformity-assessment", "AIA-43-1-CHG")

reasons := evidence.reasons("conformity-assessment", elements)
