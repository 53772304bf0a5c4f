# METADATA
# title: What the repository shows agrees with the answers
# description: >-
#   A declared library, the name of a model file or a word of the declared purpose can point at a use that the manifest does not mention.
#   Each such signal is a question to a person. It never raises or lowers a class and never changes a verdict; its absence proves nothing.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 3(12)", "Art. 5", "Art. 50", "Annex III"]
#   obligations: []
#   due: any
#   severity: note
#   evidence: []
#   remediation: >-
#     Answer the question at the named place of the manifest, or reword system.intended_purpose if the word misleads.
package aiact.rules.manifest.signals

import data.aiact.classify.facts

applicable := "yes"

default satisfied := false

satisfied if count(elements) == 0

elements := [element |
	some signal in object.get(input, "signals", [])
	topic := data.law.signals.topics[signal.topic]
	not _answered(topic.answered_by)
	element := {
		"ref": topic.path,
		"state": "inconsistent",
		"file": signal.file,
		"line": signal.line,
		"note": sprintf("%s `%s`: %s", [_kinds[signal.kind], signal.seen, topic.question]),
	}
]

# A use that the manifest declares, or that it admits to be open.
_answered(names) if {
	some name in names
	facts.f[name] == true
} else if {
	some name in names
	is_string(facts.owners[name])
} else := false

_kinds := {"library": "the library", "file": "the file", "word": "the purpose says"}

reasons contains sprintf("%s (%s)", [one.note, one.ref]) if some one in elements
