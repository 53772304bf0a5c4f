# METADATA
# title: Personal data in the sandbox meet the ten conditions
# description: >-
#   Data collected for another purpose may be used only in isolation and for the public interest.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 59(1)"]
#   obligations: [AIA-59-1]
#   due: testing
#   severity: error
#   evidence: [evidence.sandbox]
#   remediation: >-
#     Complete the note or stop. Point evidence.sandbox at the document.
package aiact.rules.testing["sandbox-personal-data"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-59-1")

default satisfied := false

satisfied if evidence.proven("sandbox", elements)

elements := evidence.elements("sandbox", "AIA-59-1")

reasons := evidence.reasons("sandbox", elements)
