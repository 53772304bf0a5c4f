package aiact.lib.marking_test

import data.aiact.lib.fixtures_test as given
import data.aiact.lib.marking

_generates(kinds) := given.saying({"details": {"generates": kinds}}, given.bare)

test_modalities_are_a_list_or_nothing if {
	marking.modalities == ["text"] with input as _generates(["text"])
	marking.modalities == [] with input as _generates("text")
	marking.modalities == [] with input as {}
}

test_a_video_without_sample_is_missing if {
	found := marking.marks("m") with input as _generates(["video", "text"])
	[one.state | some one in found] == ["missing", "missing"]
}

test_lists_of_another_shape_are_empty if {
	odd := given.measured("chat-notice", "AIA-50-1", {"prompt_forbids": "none", "languages_without_notice": null})
	marking.prompts("p") == [] with input as odd
	marking.languages("l") == [] with input as odd
	marking.notices("n") == [] with input as odd
}

test_a_signature_counts_only_when_it_holds if {
	item := {"modality": "image", "state": "present", "c2pa": "valid", "layers": ["signed-metadata"]}
	marking.marked(item)
	not marking.marked(object.union(item, {"c2pa": "invalid"}))
	not marking.marked(object.union(item, {"layers": ["other"]}))
	not marking.marked(object.union(item, {"state": "too-large"}))
}

test_a_sample_of_a_kind_that_is_not_generated if {
	item := {"modality": "video", "file": "a.mp4", "state": "present", "c2pa": "none", "layers": ["metadata"]}
	found := marking.marks("m") with input as object.union(_generates(["image"]), {"facts": {"output-marking": {"state": "present", "items": [item]}}})
	[one.state | some one in found] == ["missing", "inconsistent"]
	found[1].note == "a sample of video, which transparency.generates does not name"
}

_layers(item) := found if {
	fact := {
		"state": "present",
		"elements": {"CoP-1.1.2": {"state": object.get(item, "concept", "missing")}},
		"items": [item],
	}
	found := marking.both_layers with input as object.union(_generates([item.modality]), {"facts": {"output-marking": fact}})
}

_image(more) := object.union({"modality": "image", "state": "present", "c2pa": "none", "layers": ["metadata"]}, more)

test_what_the_detector_said_is_told if {
	said := {answer: [one.state, one.note] |
		some answer in ["not-allowed", "failed", "not-detected", "other-bytes", "unbound", "none"]
		one := _layers(_image({"detector": answer, "detector_note": "What was seen.", "note": "Other."}))[1]
	}
	said == {
		"not-allowed": ["missing", "one layer seen; the detector was not run: --allow-commands is not given"],
		"failed": ["incomplete", "one layer seen. What was seen"],
		"not-detected": ["missing", "one layer seen. What was seen"],
		"other-bytes": ["stale", "one layer seen. What was seen"],
		"unbound": ["incomplete", "one layer seen. What was seen"],
		"none": ["missing", "one layer only, no watermark"],
	}
}

test_a_watermark_that_is_only_described_was_not_seen if {
	_layers(_image({"detector": "not-allowed", "concept": "present"}))[1].note == "one layer seen; a watermark is described, and nothing shows that this sample carries it; the detector was not run: --allow-commands is not given"
	states := {answer: _layers(_image({"detector": answer, "concept": "present"}))[1].state |
		some answer in [null, "not-allowed", "failed", "not-detected", "other-bytes", "unbound"]
	}
	states == {
		null: "insufficient", "not-allowed": "insufficient",
		"failed": "incomplete", "not-detected": "missing", "other-bytes": "stale", "unbound": "incomplete",
	}
}

test_text_in_a_container_has_two_layers if {
	formats := {format: count(_layers(_image({"modality": "text", "format": format}))) | some format in ["pdf", "docx", "odt", "html", "text"]}
	formats == {"pdf": 2, "docx": 2, "odt": 2, "html": 0, "text": 0}
}

test_a_signed_manifest_that_cannot_be_read_is_no_layer if {
	[one] := [one | some one in _layers(_image({"c2pa": "unreadable", "note": "It is kept at an address."})); one.ref == "CoP-1.1.1"]
	[one.state, one.note] == ["unreadable", "It is kept at an address"]
}

_noted(item) := [one.note | some one in found] if {
	found := marking.marks("m") with input as object.union(_generates(["image"]), {"facts": {"output-marking": {"state": "present", "items": [item]}}})
}

test_why_a_sample_has_no_mark if {
	bare := _image({"layers": [], "note": "A sentence."})
	_noted(bare) == ["no machine-readable mark in this image"]
	_noted(object.union(bare, {"iptc": "digitalCapture"})) == ["the image says digitalCapture, which is not generated content"]
	_noted(object.union(bare, {"detector": "unbound", "detector_note": "It saw others."})) == ["no machine-readable mark in this image. It saw others"]
	_noted(object.union(bare, {"detector": "failed"})) == ["no machine-readable mark in this image. the detector gave no answer"]
	_noted(object.union(bare, {"c2pa": "unreadable"})) == ["no machine-readable mark in this image. A sentence"]
	_noted(object.union(bare, {"c2pa": "invalid"})) == ["A sentence"]
	_noted(object.union(bare, {"state": "unreadable"})) == ["A sentence"]
	_noted(object.union(bare, {"state": "empty", "note": null})) == ["image"]
}

test_a_signature_of_nobody_known_is_told if {
	signed := _image({"layers": ["signed-metadata"], "c2pa": "untrusted"})
	_noted(signed) == ["image, signed by somebody who is on no list of trusted signers"]
	_noted(object.union(signed, {"c2pa": "valid"})) == ["image"]
	_layers(signed)[0].state == "present"
	[refused] := [one | some one in _layers(object.union(signed, {"layers": ["metadata"], "note": "Others signed."})); one.ref == "CoP-1.1.1"]
	[refused.state, refused.note] == ["insufficient", "Others signed"]
}

test_the_words_of_a_prompt_are_told if {
	notes := [one.note |
		some found in [{"file": "p.txt", "line": 2, "excerpt": "never say it"}, {"file": "p.txt", "line": 2}]
		some one in marking.prompts("p") with input as given.measured("chat-notice", "AIA-50-1", {"prompt_forbids": [found]})
	]
	notes == ["the system prompt forbids telling that this is an AI system: “never say it”", "the system prompt forbids telling that this is an AI system"]
}
