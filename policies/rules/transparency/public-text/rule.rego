# METADATA
# title: Published texts of public interest are labelled
# description: >-
#   Readers learn that a text was generated unless a person reviewed it and answers for it.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(4) 2nd subparagraph"]
#   obligations: [AIA-50-4-TXT]
#   due: transparency
#   severity: error
#   evidence: [evidence.public-text-label]
#   remediation: >-
#     Label the text or log a real review and name the responsible person. Point evidence.public-text-label at the document.
package aiact.rules.transparency["public-text"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-50-4-TXT")

default satisfied := false

satisfied if evidence.proven("public-text-label", elements)

elements := evidence.elements("public-text-label", "AIA-50-4-TXT")

reasons := evidence.reasons("public-text-label", elements)
