# METADATA
# title: Internal control was carried out for this release
# description: >-
#   The provider verifies its quality system, examines the documentation and signs for the version.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 43(2)", "Annex VI"]
#   obligations: [AIA-43-2]
#   due: section-5
#   severity: error
#   evidence: [evidence.conformity-assessment]
#   remediation: >-
#     Sign the internal control record for the release. Point evidence.conformity-assessment at the document.
package aiact.rules.conformity["internal-control"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-43-2")

default satisfied := false

satisfied if evidence.proven("conformity-assessment", elements)

elements := evidence.elements("conformity-assessment", "AIA-43-2")

reasons := evidence.reasons("conformity-assessment", elements)
