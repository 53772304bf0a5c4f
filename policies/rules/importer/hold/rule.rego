# METADATA
# title: A doubtful system is held back by the importer
# description: >-
#   What does not conform, or carries false papers, is not placed on the market.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 23(2)"]
#   obligations: [AIA-23-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.importer-checks]
#   remediation: >-
#     Block the release and notify. Point evidence.importer-checks at the document.
package aiact.rules.importer.hold

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-23-2")

default satisfied := false

satisfied if evidence.proven("importer-checks", elements)

elements := evidence.elements("importer-checks", "AIA-23-2")

reasons := evidence.reasons("importer-checks", elements)
