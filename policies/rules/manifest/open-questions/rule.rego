# METADATA
# title: No open question can still decide a duty
# description: >-
#   A fact that nobody knows yet, or that a team admits to be open, may make a duty apply. It warns until somebody answers.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 3", "Art. 6"]
#   obligations: []
#   due: any
#   severity: warning
#   evidence: []
#   remediation: >-
#     Answer the question in the manifest; its owner is named where the manifest names one.
package aiact.rules.manifest["open-questions"]

import data.aiact.classify.core
import data.aiact.lib.evidence

applicable := "yes"

default satisfied := false

satisfied if count(core.questions) == 0

elements := [object.union(evidence.element(question.fact, "missing", {}), {"note": _whose(question)}) |
	some question in core.questions
]

_whose(question) := concat("", ["to be answered by ", question.owner]) if {
	is_string(question.owner)
} else := object.get(object.get(data.law.facts, question.fact, {}), "meaning", question.fact)

reasons contains sprintf("%s is open: %s.", [one.ref, one.note]) if some one in elements
