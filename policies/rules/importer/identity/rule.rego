# METADATA
# title: The importer's name and address are on the system
# description: >-
#   The importer can be found by those who use the system.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 23(3)"]
#   obligations: [AIA-23-3]
#   due: high-risk
#   severity: error
#   evidence: [evidence.importer-checks]
#   remediation: >-
#     Add importer identity. Point evidence.importer-checks at the document.
package aiact.rules.importer.identity

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-23-3")

default satisfied := false

satisfied if evidence.proven("importer-checks", elements)

elements := evidence.elements("importer-checks", "AIA-23-3")

reasons := evidence.reasons("importer-checks", elements)
