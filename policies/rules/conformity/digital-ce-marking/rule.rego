# METADATA
# title: The digital CE marking is easy to find
# description: >-
#   A system supplied digitally shows the marking where it is used.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 48(2)"]
#   obligations: [AIA-48-2]
#   due: section-5
#   severity: error
#   evidence: [evidence.ce-marking]
#   remediation: >-
#     Show it in the interface. Point evidence.ce-marking at the document.
package aiact.rules.conformity["digital-ce-marking"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-48-2")

default satisfied := false

satisfied if evidence.proven("ce-marking", elements)

elements := evidence.elements("ce-marking", "AIA-48-2")

reasons := evidence.reasons("ce-marking", elements)
