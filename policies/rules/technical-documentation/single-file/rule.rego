# METADATA
# title: One technical file serves the Act and the product law
# description: >-
#   Products of Annex I Section A carry one set of documents, not two that can contradict each other.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 11(2)"]
#   obligations: [AIA-11-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.technical-documentation]
#   remediation: >-
#     Merge the files or cross-index them. Point evidence.technical-documentation at the document.
package aiact.rules["technical-documentation"]["single-file"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-11-2")

default satisfied := false

satisfied if evidence.proven("technical-documentation", elements)

elements := evidence.elements("technical-documentation", "AIA-11-2")

reasons := evidence.reasons("technical-documentation", elements)
