# METADATA
# title: The sandbox plan is followed
# description: >-
#   Who keeps to the plan in good faith is spared fines.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 57(5), (12)"]
#   obligations: [AIA-57-5]
#   due: testing
#   severity: error
#   evidence: [evidence.sandbox]
#   remediation: >-
#     Store plan and exit report. Point evidence.sandbox at the document.
package aiact.rules.testing["sandbox-plan"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-57-5")

default satisfied := false

satisfied if evidence.proven("sandbox", elements)

elements := evidence.elements("sandbox", "AIA-57-5")

reasons := evidence.reasons("sandbox", elements)
