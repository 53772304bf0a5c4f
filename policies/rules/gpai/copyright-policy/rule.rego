# METADATA
# title: A policy respects Union copyright law
# description: >-
#   Reservations of rights are found and honoured, also by crawlers.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 53(1)(c)"]
#   obligations: [AIA-53-1-C]
#   due: gpai
#   severity: error
#   evidence: [evidence.copyright-policy]
#   remediation: >-
#     Publish a policy and show crawler opt-out handling. Point evidence.copyright-policy at the document.
package aiact.rules.gpai["copyright-policy"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-53-1-C")

default satisfied := false

satisfied if evidence.proven("copyright-policy", elements)

elements := evidence.elements("copyright-policy", "AIA-53-1-C")

reasons := evidence.reasons("copyright-policy", elements)
