# METADATA
# title: The importer keeps the documents for ten years
# description: >-
#   Certificate, instructions and declaration stay available.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 23(5)"]
#   obligations: [AIA-23-5]
#   due: high-risk
#   severity: error
#   evidence: [evidence.importer-checks]
#   remediation: >-
#     Archive the three documents. Point evidence.importer-checks at the document.
package aiact.rules.importer.archive

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-23-5")

default satisfied := false

satisfied if evidence.proven("importer-checks", elements)

elements := evidence.elements("importer-checks", "AIA-23-5")

reasons := evidence.reasons("importer-checks", elements)
