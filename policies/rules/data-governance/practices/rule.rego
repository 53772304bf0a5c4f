# METADATA
# title: Data sets follow documented governance practices
# description: >-
#   Design choices, origin, preparation, assumptions, biases and gaps of training, validation and test data are on record.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 10(1), (2)"]
#   obligations: [AIA-10-2]
#   due: high-risk
#   severity: error
#   evidence: [evidence.data-governance]
#   remediation: >-
#     Write one datasheet per data set with fields (a)-(h). Point evidence.data-governance at the document.
package aiact.rules["data-governance"].practices

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-10-2")

default satisfied := false

satisfied if evidence.proven("data-governance", elements)

elements := evidence.elements("data-governance", "AIA-10-2")

reasons := evidence.reasons("data-governance", elements)
