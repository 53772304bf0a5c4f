# METADATA
# title: Documents are kept for ten years
# description: >-
#   Questions about a system often come years after its last release.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 18(1)", "Art. 16(d)"]
#   obligations: [AIA-18-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.document-retention]
#   remediation: >-
#     Archive each release's set with hashes and an end date at least ten years ahead. Point evidence.document-retention at the document.
package aiact.rules.provider["document-retention"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-18-1")

default satisfied := false

satisfied if evidence.proven("document-retention", elements)

elements := evidence.elements("document-retention", "AIA-18-1")

reasons := evidence.reasons("document-retention", elements)
