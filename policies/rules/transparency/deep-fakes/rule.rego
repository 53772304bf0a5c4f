# METADATA
# title: Deep fakes are labelled
# description: >-
#   A label that people perceive, not only a mark that machines read, says that the content is generated.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(4) 1st subparagraph"]
#   obligations: [AIA-50-4-DF]
#   due: transparency
#   severity: error
#   evidence: [evidence.deep-fake-label]
#   remediation: >-
#     Add a visible label (audio: spoken) and keep a sample. Point evidence.deep-fake-label at the document.
package aiact.rules.transparency["deep-fakes"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-50-4-DF")

default satisfied := false

satisfied if evidence.proven("deep-fake-label", elements)

elements := evidence.elements("deep-fake-label", "AIA-50-4-DF")

reasons := evidence.reasons("deep-fake-label", elements)
