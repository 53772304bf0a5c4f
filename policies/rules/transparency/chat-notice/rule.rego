# METADATA
# title: People are told that they talk to an AI system
# description: >-
#   The notice stands in every interface and language before the first answer, and no prompt orders the system to deny it. Terms of use do
#   not suffice.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(1)"]
#   obligations: [AIA-50-1]
#   due: transparency
#   severity: error
#   evidence: [evidence.chat-notice]
#   remediation: >-
#     Show a plain notice before the first input in every interface and language, and take away what forbids the system to tell.
package aiact.rules.transparency["chat-notice"]

import data.aiact.classify.duty
import data.aiact.classify.facts
import data.aiact.lib.evidence
import data.aiact.lib.marking

default applicable := "undetermined"

applicable := duty.applies("AIA-50-1")

default satisfied := false

satisfied if {
	count(_shown) > 0
	evidence.complete(elements)
}

_shown := marking.notices("50(1)-design")

elements := array.concat(
	array.concat(_told, marking.languages("50(5)-clear")),
	array.concat(marking.prompts("50(1)-design"), _agents),
)

_told := _shown if {
	count(_shown) > 0
} else := [evidence.element("50(1)-design", "missing", {})]

# Guidelines, point 31: an agent also says on whose behalf it acts.
_agents := [one |
	facts.f.agent_acts_towards_third_parties == true
	some one in evidence.elements("chat-notice", "AIA-50-1")
	one.ref in {"G-agent", "50(1)-agent"}
]

reasons := evidence.told(elements)
