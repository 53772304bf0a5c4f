# METADATA
# title: The CE marking is affixed
# description: >-
#   The marking shows, visibly and lastingly, that the declaration was made.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 48(1), (3), (5)", "Art. 16(h)"]
#   obligations: [AIA-48-1]
#   due: section-5
#   severity: error
#   evidence: [evidence.ce-marking]
#   remediation: >-
#     Add the marking. Point evidence.ce-marking at the document.
package aiact.rules.conformity["ce-marking"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-48-1")

default satisfied := false

satisfied if evidence.proven("ce-marking", elements)

elements := evidence.elements("ce-marking", "AIA-48-1")

reasons := evidence.reasons("ce-marking", elements)
