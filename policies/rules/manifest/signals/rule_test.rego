package aiact.tests.manifest.signals_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.manifest.signals as rule

_signal(topic, kind, seen) := {"topic": topic, "kind": kind, "seen": seen, "file": "requirements.txt", "line": 3}

_seeing(signals, answers) := object.union(given.system(answers, {}), {"signals": signals})

_face := [_signal("face-recognition", "library", "deepface")]

test_applies_to_every_system if rule.applicable == "yes"

test_nothing_seen if {
	rule.satisfied with input as _seeing([], {})
	rule.satisfied with input as given.bare
}

test_a_signal_without_an_answer_is_a_question_with_its_place if {
	not rule.satisfied with input as _seeing(_face, {"biometric_identification": false})
	some element in rule.elements with input as _seeing(_face, {"biometric_identification": false})
	element.ref == "biometrics"
	element.file == "requirements.txt"
	element.line == 3
	startswith(element.note, "the library `deepface`: Does the system identify")
	rule.reasons == {sprintf("%s (biometrics)", [element.note])} with input as _seeing(_face, {"biometric_identification": false})
}

test_silence_is_no_answer if not rule.satisfied with input as _seeing(_face, {})

test_a_declared_use_settles_it if {
	rule.satisfied with input as _seeing(_face, {"iii_1a": true, "biometric_identification": false})
	count(rule.elements) == 0 with input as _seeing(_face, {"iii_1a": true})
}

test_an_admitted_question_settles_it if {
	asked := object.union(_seeing(_face, {}), {"manifest": {"undetermined": {"biometric_identification": "legal@acme.example"}}})
	rule.satisfied with input as asked
}

test_each_kind_has_its_words if {
	signals := [_signal("generation", kind, "x") | some kind in ["library", "file", "word"]]
	notes := {element.note | some element in rule.elements} with input as _seeing(signals, {})
	count(notes) == 3
}

test_an_unknown_topic_asks_nothing if rule.satisfied with input as _seeing([_signal("weather", "word", "rain")], {})

test_unreadable_evidence_answers_no_question if {
	not rule.satisfied with input as object.union(given.unread("dpia", "unreadable"), {"signals": _face})
}
