# METADATA
# title: The marking is effective, interoperable, robust and reliable
# description: >-
#   A mark that vanishes with the first crop protects nobody; limits of what is technically feasible are stated.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(2) 2nd sentence"]
#   obligations: [AIA-50-2-Q]
#   due: marking
#   severity: error
#   evidence: [evidence.output-marking]
#   remediation: >-
#     Write one paragraph and one test per quality and kind of content in evidence.output-marking.concept.
package aiact.rules.transparency["marking-quality"]

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-50-2-Q")

default satisfied := false

# The samples are another rule's matter, so only the concept counts here.
satisfied if {
	evidence.complete(elements)
	evidence.current("output-marking")
}

elements := evidence.elements("output-marking", "AIA-50-2-Q")

reasons := evidence.told(elements)
