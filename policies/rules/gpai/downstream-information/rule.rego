# METADATA
# title: Downstream providers get the information of Annex XII
# description: >-
#   Whoever builds on the model has to know what it can do and where it fails.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 53(1)(b)", "Annex XII"]
#   obligations: [AIA-53-1-B]
#   due: gpai
#   severity: error
#   evidence: [evidence.gpai-downstream-information]
#   remediation: >-
#     Publish or supply the downstream document. Point evidence.gpai-downstream-information at the document.
package aiact.rules.gpai["downstream-information"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-53-1-B")

default satisfied := false

satisfied if evidence.proven("gpai-downstream-information", elements)

elements := evidence.elements("gpai-downstream-information", "AIA-53-1-B")

reasons := evidence.reasons("gpai-downstream-information", elements)
