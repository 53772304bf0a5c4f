# METADATA
# title: The number of the notified body follows the CE marking
# description: >-
#   The reader of the marking sees who assessed the system.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 48(4)"]
#   obligations: [AIA-48-4]
#   due: section-5
#   severity: error
#   evidence: [evidence.ce-marking]
#   remediation: >-
#     Add the four-digit number. Point evidence.ce-marking at the document.
package aiact.rules.conformity["notified-body-number"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-48-4")

default satisfied := false

satisfied if evidence.proven("ce-marking", elements)

elements := evidence.elements("ce-marking", "AIA-48-4")

reasons := evidence.reasons("ce-marking", elements)
