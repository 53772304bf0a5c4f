# METADATA
# title: The reporting channel covers the AI Act
# description: >-
#   People who see an infringement can report it under protection.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 87 (Directive (EU) 2019/1937)"]
#   obligations: [AIA-87-1]
#   due: chapter-9
#   severity: note
#   evidence: [evidence.reporting-channel]
#   remediation: >-
#     Name the AI Act in the existing whistleblower policy. Point evidence.reporting-channel at the document.
package aiact.rules.literacy["reporting-channel"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-87-1")

default satisfied := false

satisfied if evidence.proven("reporting-channel", elements)

elements := evidence.elements("reporting-channel", "AIA-87-1")

reasons := evidence.reasons("reporting-channel", elements)
