package aiact.tests.transparency["marking-layers-signed_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency["marking-layers-signed"] as rule

_marked := {
	"modality": "image", "file": "samples/a.png", "state": "present", "format": "png", "c2pa": "valid",
	"source_type": "trainedAlgorithmicMedia", "iptc": null, "layers": ["signed-metadata", "watermark-detected"],
}

_concept(items, elements, values) := object.union(
	given.saying({"details": {"generates": ["image"]}}, given.bare),
	{"facts": {"output-marking": object.union(given.fact("output-marking", "present", elements), {"items": items, "values": values})}},
)

_with(layers, elements) := given.saying(
	{"details": {"generates": ["image", "text"], "signed_code_of_practice": true}},
	_concept([object.union(_marked, {"layers": layers})], elements, {}),
)

_owed := {"AIA-50-2": true}

test_applies_where_outputs_are_marked if {
	rule.applicable == "yes" with data.aiact.classify.duty.asked as given.every_obligation with input as _with([], {}) with data.aiact.classify.duties.when as _owed
	rule.applicable == "no" with data.aiact.classify.duty.asked as given.every_obligation with input as _with([], {}) with data.aiact.classify.duties.when as {"AIA-50-2": false}
	signatory := given.saying({"details": {"signed_code_of_practice": false}}, given.bare)
	rule.applicable == "no" with data.aiact.classify.duty.asked as given.every_obligation with input as signatory with data.aiact.classify.duties.when as _owed
}

test_two_layers if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _with(["signed-metadata", "watermark-detected"], {})
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _with(["signed-metadata", "watermark-detected"], {})
}

test_a_described_watermark_is_no_second_layer if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _with(["signed-metadata"], {"CoP-1.1.2": {"state": "present"}})
}

test_one_layer_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _with(["signed-metadata"], {})
	rule.reasons == {"samples/a.png: CoP-1.1.2 is missing: one layer only, no watermark."} with data.aiact.classify.duty.asked as given.every_obligation with input as _with(["signed-metadata"], {})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _with(["watermark-detected"], {})
}

test_unreadable_evidence_is_left_to_the_rule_on_marks if {
	unread := object.union(_marked, {"state": "unreadable", "layers": []})
	count(rule.elements) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _concept([unread], {}, {})
}

test_waits_for_the_date_of_the_marking if {
	upcoming := {"AIA-50-2": {"timing": "upcoming"}}
	rule.applicable == "no" with data.aiact.classify.duty.asked as given.every_obligation with input as _with([], {}) with data.aiact.classify.duties.when as _owed with data.aiact.classify.duty.obligations as upcoming
}

test_an_open_duty_is_no_answer if {
	rule.applicable == "undetermined" with data.aiact.lib.marking.code_signed as true
		with data.aiact.classify.duty.obligations as {"AIA-50-2": {"timing": "in_force"}}
		with data.aiact.classify.duties.when as {"AIA-50-2": null}
		with data.aiact.classify.questions.open as {"AIA-50-2": ["generates_synthetic_content"]}
}
