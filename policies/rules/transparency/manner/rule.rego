# METADATA
# title: Information is clear, timely and accessible
# description: >-
#   A notice that comes late, hides or cannot be read aloud informs nobody.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(5)"]
#   obligations: [AIA-50-5]
#   due: transparency
#   severity: error
#   evidence: [evidence.notice-accessibility]
#   remediation: >-
#     Test notices with assistive technology. Point evidence.notice-accessibility at the document.
package aiact.rules.transparency.manner

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-50-5")

default satisfied := false

satisfied if evidence.proven("notice-accessibility", elements)

elements := evidence.elements("notice-accessibility", "AIA-50-5")

reasons := evidence.reasons("notice-accessibility", elements)
