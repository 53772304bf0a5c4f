# METADATA
# title: Storage and transport by the importer do no harm
# description: >-
#   The way from the provider to the market must not change what was assessed.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 23(4)"]
#   obligations: [AIA-23-4]
#   due: high-risk
#   severity: error
#   evidence: [evidence.importer-checks]
#   remediation: >-
#     Describe handling or mark not applicable (software). Point evidence.importer-checks at the document.
package aiact.rules.importer.storage

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-23-4")

default satisfied := false

satisfied if evidence.proven("importer-checks", elements)

elements := evidence.elements("importer-checks", "AIA-23-4")

reasons := evidence.reasons("importer-checks", elements)
