# METADATA
# title: High-risk uses of Annex III (Art. 6(2))
# description: >-
#   Which points the intended purpose meets, after the carve-outs the provider states. A carve-out removes its point only with a reason the
#   law or a guideline gives for that very point (data.law.annex_iii_exits).
package aiact.classify.annex_iii

import data.aiact.classify.annex_i
import data.aiact.classify.facts
import data.aiact.classify.scope

points := [
	"1a", "1b", "1c", "2", "3a", "3b", "3c", "3d", "4a", "4b", "5a", "5b", "5c", "5d",
	"6a", "6b", "6c", "6d", "6e", "7a", "7b", "7c", "7d", "8a", "8b",
]

fact(point) := concat("_", ["iii", point])

# Carve-outs of the text with a fact of their own: 1(a) verification, 5(b) fraud, 7(d) travel documents, 8(b) not exposed.
_text_exits := {
	"iii_1a_verification_only": "1a",
	"iii_5b_fraud_only": "5b",
	"iii_7d_travel_documents_only": "7d",
	"iii_8b_not_exposed": "8b",
}

_claimed := facts.f.iii_exits if {
	is_array(facts.f.iii_exits)
} else := []

_knows(exit) if exit.point in data.law.annex_iii_exits[exit.reason].points

rejected := [exit | some exit in _claimed; not _knows(exit)]

exits := array.concat(
	[exit |
		some name, point in _text_exits
		_facts[name] == true
		facts.f[fact(point)] != false
		exit := {"fact": name, "point": point, "reason": _claim(name, "reason"), "basis": "text", "state": _claim(name, "evidence")}
	],
	array.concat(
		[exit |
			some claimed in _claimed
			_knows(claimed)
			exit := {
				"fact": "iii_exits",
				"point": claimed.point,
				"reason": claimed.reason,
				"basis": data.law.annex_iii_exits[claimed.reason].basis,
				"state": object.get(claimed, "evidence", null),
			}
		],
		[exit |
			# Art. 6(1a) holds for the whole Regulation, so for the safety components of point 2 as well.
			annex_i.convenience_only
			facts.f.iii_2 != false
			exit := {
				"fact": "a1_solely_nonsafety",
				"point": "2",
				"reason": "solely_nonsafety",
				"basis": "text",
				"state": _claim("a1_solely_nonsafety", "evidence"),
			}
		],
	),
)

_claim(name, key) := object.get(object.get(facts.claims, name, {}), key, null)

left := {exit.point | some exit in exits}

# What is met before Art. 5 is looked at; risk.points is what counts in the end.
met := [point |
	scope.before_open_source
	scope.ai_system
	some point in points
	_facts[fact(point)] == true
	not point in left
]

_facts := facts.f
