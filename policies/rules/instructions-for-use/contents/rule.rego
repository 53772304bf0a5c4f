# METADATA
# title: The instructions for use hold every point of Article 13(3)
# description: >-
#   Deployers act on these instructions and build their own duties on them.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 13(2), (3)"]
#   obligations: [AIA-13-3]
#   due: high-risk
#   severity: error
#   evidence: [evidence.instructions-for-use]
#   remediation: >-
#     Add the missing sections. Point evidence.instructions-for-use at the document.
package aiact.rules["instructions-for-use"].contents

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-13-3")

default satisfied := false

satisfied if evidence.proven("instructions-for-use", elements)

elements := evidence.elements("instructions-for-use", "AIA-13-3")

reasons := evidence.reasons("instructions-for-use", elements)
