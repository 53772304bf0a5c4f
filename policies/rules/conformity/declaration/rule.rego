# METADATA
# title: The EU declaration of conformity holds all points of Annex V
# description: >-
#   The provider takes responsibility in one signed document for the released version.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 47(1)-(4)", "Annex V", "Art. 16(g)"]
#   obligations: [AIA-47-1]
#   due: section-5
#   severity: error
#   evidence: [evidence.declaration-of-conformity]
#   remediation: >-
#     Generate and sign the declaration for the released version. Point evidence.declaration-of-conformity at the document.
package aiact.rules.conformity.declaration

import data.aiact.classify.duty
import data.aiact.lib.agreement
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-47-1")

default satisfied := false

satisfied if evidence.proven("declaration-of-conformity", elements)

elements := agreement.checked("declaration-of-conformity", evidence.elements("declaration-of-conformity", "AIA-47-1"))

reasons := agreement.reasons("declaration-of-conformity", elements)
