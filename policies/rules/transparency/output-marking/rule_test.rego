package aiact.tests.transparency["output-marking_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency["output-marking"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-50-2": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-50-2": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_marked := {
	"modality": "image", "file": "samples/a.png", "state": "present", "format": "png", "c2pa": "valid",
	"source_type": "trainedAlgorithmicMedia", "iptc": null, "layers": ["signed-metadata", "watermark-detected"],
}

_concept(items, elements, values) := object.union(
	given.saying({"details": {"generates": ["image"]}}, given.bare),
	{"facts": {"output-marking": object.union(given.fact("output-marking", "present", elements), {"items": items, "values": values})}},
)

_detector := {"detector": {"state": "present", "file": "docs/detect.md"}}

test_a_marked_sample_and_a_detector if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([_marked], {}, _detector)
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([_marked], {}, _detector)
}

test_an_unmarked_sample_is_named if {
	bare := object.union(_marked, {"c2pa": "none", "source_type": null, "layers": []})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([_marked, bare], {}, _detector)
	rule.reasons == {"samples/a.png: 50(2)-mark is missing: no machine-readable mark in this image."} with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([_marked, bare], {}, _detector)
}

test_a_broken_signature_is_no_mark if {
	broken := object.union(_marked, {"c2pa": "invalid"})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([broken], {}, _detector)
	rule.elements[0].state == "inconsistent" with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([broken], {}, _detector)
}

test_a_declared_modality_needs_a_sample if {
	video := given.saying({"details": {"generates": ["image", "video"]}}, _concept([_marked], {}, _detector))
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as video
	rule.reasons == {"50(2)-mark is missing: no sample of video."} with data.aiact.classify.duty.asked as given.every_obligation with input as video
}

test_free_text_may_be_explained if {
	explained := _concept([], {"50(2)-feasible": {"state": "present"}}, _detector)
	text := given.saying({"details": {"generates": ["text"]}}, explained)
	rule.elements[0].state == "not-applicable" with data.aiact.classify.duty.asked as given.every_obligation with input as text
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as text
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.saying({"details": {"generates": ["text"]}}, _concept([], {}, _detector))
}

test_an_unmarked_text_sample_may_be_explained if {
	sample := {"modality": "text", "file": "samples/a.txt", "state": "present", "layers": []}
	explained := _concept([sample], {"CoP-1.1.2": {"state": "present"}}, _detector)
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.saying({"details": {"generates": ["text"]}}, explained)
}

test_the_concept_may_describe_the_detection if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([_marked], {"50(2)-detect": {"state": "present"}}, {})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([_marked], {}, {})
}

test_an_address_of_a_detector_is_enough if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([_marked], {}, {"detector": {"state": "missing", "url": "https://acme.example/verify"}})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([_marked], {}, {"detector": {"state": "missing", "url": null}})
}

test_other_marks_count if {
	every layer in ["metadata", "watermark-detected", "text-mark"] {
		other := object.union(_marked, {"c2pa": "none", "source_type": null, "layers": [layer]})
		rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([other], {}, _detector)
	}
}

test_unreadable_evidence_proves_nothing if {
	unread := object.union(_marked, {"state": "unreadable", "c2pa": "unreadable", "source_type": null, "layers": []})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([unread], {}, _detector)
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([unread], {}, _detector)
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	count(rule.reasons) == 2 with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}
