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

test_a_detector_that_said_nothing_is_told_apart_from_no_watermark if {
	notes := {answer: note |
		some answer in ["not-allowed", "failed", "not-detected"]
		item := {"modality": "image", "state": "present", "c2pa": "none", "layers": ["metadata"], "detector": answer}
		found := marking.both_layers with input as object.union(_generates(["image"]), {"facts": {"output-marking": {"state": "present", "items": [item]}}})
		note := found[1].note
	}
	notes == {
		"not-allowed": "one layer seen, the detector was not run: --allow-commands is not given",
		"failed": "one layer seen, the detector gave no answer",
		"not-detected": "one layer only, no watermark",
	}
}
