# METADATA
# title: Without a code the means of compliance are shown
# description: >-
#   Who has not signed the code of practice shows other adequate means.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Arts 53(4), 55(2)"]
#   obligations: [AIA-53-4]
#   due: gpai
#   severity: error
#   evidence: [evidence.gpai-compliance-route]
#   remediation: >-
#     Sign the code or write the gap analysis. Point evidence.gpai-compliance-route at the document.
package aiact.rules.gpai["compliance-route"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-53-4")

default satisfied := false

satisfied if evidence.proven("gpai-compliance-route", elements)

elements := evidence.elements("gpai-compliance-route", "AIA-53-4")

reasons := evidence.reasons("gpai-compliance-route", elements)
