# METADATA
# title: Every prohibited practice was screened
# description: >-
#   A dated answer to each point of Article 5(1) shows that somebody looked. An old screening does not answer a prohibition that came later.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5"]
#   obligations: [CTL-5-SCREEN]
#   due: prohibition
#   severity: note
#   evidence: []
#   remediation: >-
#     Look at all ten points and list them with the date in classification.prohibited_practices.
package aiact.rules["prohibited-practices"].screening

import data.aiact.classify.duty
import data.aiact.classify.facts
import data.aiact.classify.law
import data.aiact.classify.prohibited
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("CTL-5-SCREEN")

default satisfied := false

satisfied if evidence.complete(elements)

elements := [evidence.element(asked.ref, _state(replace(replace(asked.ref, "S-(", ""), ")", "")), {}) |
	some asked in data.law.obligations["CTL-5-SCREEN"].elements
]

_state(letter) := "present" if {
	letter in _letters
	is_number(_on)
	_on <= facts.as_of
	_on >= _known_since(letter)
} else := "not-applicable" if {
	not letter in _letters
	facts.as_of < prohibited.since(letter)
} else := "stale" if {
	letter in _letters
} else := "missing"

# Nobody could screen for a practice before the act that prohibits it was in force.
_known_since(letter) := 0 if not letter in {"ba", "bb"}

_known_since(letter) := law.in_force if letter in {"ba", "bb"}

_letters := [letter | some letter in object.get(input.manifest.details, "screened", [])]

_on := object.get(input.manifest.details, "screened_on", null)

reasons := evidence.told(elements)
