package aiact.classify.facts_test

import data.aiact.classify.facts
import data.aiact.classify.given_test as given

test_total_with_defaults if {
	f := facts.f with input as given.only({"iii_4a": true, "sme": null})
	f.iii_4a == true
	f.iii_4b == null
	f.sme == false
	f.event_nonconformity == false
	count(f) == count(data.law.facts)
}

test_no_synthetic_content_shows_nobody if {
	f := facts.f with input as given.only({"generates_synthetic_content": false})
	f.generates_visual_audio_of_persons == false
	f.generates_visual_depictions == false
	g := facts.f with input as given.only({})
	g.generates_visual_depictions == null
}

test_an_answer_and_an_admitted_question_stay if {
	answered := {"generates_synthetic_content": false, "generates_visual_depictions": true}
	facts.f.generates_visual_depictions == true with input as given.only(answered)
	owners := {"generates_visual_depictions": "product"}
	open := {"generates_synthetic_content": false}
	facts.f.generates_visual_depictions == null with input as given.system("2026-11-22", open, owners, {})
}

test_readings if {
	facts.strict("U1") == false with input as given.only({})
	facts.strict("U1") == true with input as given.system("2026-11-22", {}, {}, {"U1": "strict"})
	facts.strict("U1") == false with input as given.system("2026-11-22", {}, {}, {"U1": "lenient"})
}
