# METADATA
# title: A public body registered itself and the use
# description: >-
#   Public use of high-risk systems is visible in the EU database.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 49(3)", "Art. 26(8)", "Annex VIII Section C"]
#   obligations: [AIA-49-3]
#   due: section-5
#   severity: error
#   evidence: [evidence.public-body-use]
#   remediation: >-
#     Register the use, or stop. Point evidence.public-body-use at the document.
package aiact.rules.deployer["public-registration"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-49-3")

default satisfied := false

satisfied if evidence.proven("public-body-use", elements)

elements := evidence.elements("public-body-use", "AIA-49-3")

reasons := evidence.reasons("public-body-use", elements)
