# METADATA
# title: Test sets meet the data requirements where nothing is trained
# description: >-
#   Without training the same care is owed for the test data alone.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 10(6)"]
#   obligations: [AIA-10-6]
#   due: high-risk
#   severity: error
#   evidence: [evidence.data-governance]
#   remediation: >-
#     Write the test-set datasheet. Point evidence.data-governance at the document.
package aiact.rules["data-governance"]["test-sets"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-10-6")

default satisfied := false

satisfied if evidence.proven("data-governance", elements)

elements := evidence.elements("data-governance", "AIA-10-6")

reasons := evidence.reasons("data-governance", elements)
