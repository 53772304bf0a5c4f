# METADATA
# title: The importer checked the system before placing it
# description: >-
#   Assessment, documentation, marking and representative are verified for each version.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 23(1)"]
#   obligations: [AIA-23-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.importer-checks]
#   remediation: >-
#     Complete the checklist. Point evidence.importer-checks at the document.
package aiact.rules.importer.verification

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-23-1")

default satisfied := false

satisfied if evidence.proven("importer-checks", elements)

elements := evidence.elements("importer-checks", "AIA-23-1")

reasons := evidence.reasons("importer-checks", elements)
