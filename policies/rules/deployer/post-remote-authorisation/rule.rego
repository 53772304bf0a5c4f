# METADATA
# title: Post-remote identification of suspects is authorised
# description: >-
#   A judicial or administrative authority approves before use or is asked within 48 hours.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(10)"]
#   obligations: [AIA-26-10-AUTH]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.post-remote-identification]
#   remediation: >-
#     Obtain the authorisation before use or request it within 48 hours; stop and delete on rejection. Point evidence.post-remote-
#     identification at the document.
package aiact.rules.deployer["post-remote-authorisation"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-10-AUTH")

default satisfied := false

satisfied if evidence.proven("post-remote-identification", elements)

elements := evidence.elements("post-remote-identification", "AIA-26-10-AUTH")

reasons := evidence.reasons("post-remote-identification", elements)
