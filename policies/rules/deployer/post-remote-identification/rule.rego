# METADATA
# title: Post-remote identification stays within an investigation
# description: >-
#   Each use is tied to an offence, documented in the file and reported once a year.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 26(10)"]
#   obligations: [AIA-26-10]
#   due: high-risk-annex-iii
#   severity: error
#   evidence: [evidence.post-remote-identification]
#   remediation: >-
#     Keep a file note per use and send the annual reports. Point evidence.post-remote-identification at the document.
package aiact.rules.deployer["post-remote-identification"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-26-10")

default satisfied := false

satisfied if evidence.proven("post-remote-identification", elements)

elements := evidence.elements("post-remote-identification", "AIA-26-10")

reasons := evidence.reasons("post-remote-identification", elements)
