# METADATA
# title: A quality management system covers points (a) to (m)
# description: >-
#   Written policies and procedures make sure that the next release is as careful as this one.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 17(1), (2)", "Art. 16(c)"]
#   obligations: [AIA-17-1]
#   due: high-risk
#   severity: error
#   evidence: [evidence.quality-management]
#   remediation: >-
#     Write a short procedure for each missing point. Point evidence.quality-management at the document.
package aiact.rules["quality-management"].system

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-17-1")

default satisfied := false

satisfied if evidence.proven("quality-management", elements)

elements := evidence.elements("quality-management", "AIA-17-1")

reasons := evidence.reasons("quality-management", elements)
