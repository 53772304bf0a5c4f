# METADATA
# title: Marks on outputs and notices in chats
# description: >-
#   What the samples of generated content carry, and what each interface tells. A visible badge is no mark, a bare word in the code no notice.
package aiact.lib.marking

import data.aiact.lib.evidence

# Each of these layers says in a way machines read that content is artificial.
_marks := {"signed-metadata", "metadata", "watermark-detected", "text-mark"}

_media := {"image", "audio", "video"}

modalities := [kind | some kind in object.get(input.manifest.details, "generates", [])] if {
	is_array(object.get(input.manifest.details, "generates", []))
} else := []

samples(kind) := [item | some item in evidence.items("output-marking"); item.modality == kind]

layers(item) := {layer | some layer in item.layers}

marked(item) if {
	item.state == "present"
	object.get(item, "c2pa", "none") != "invalid"
	some layer in layers(item)
	layer in _marks
}

# One element a modality and sample; a declared modality without any sample is missing.
marks(ref) := array.concat(
	[one | some kind in modalities; some item in samples(kind); one := _mark(ref, kind, item)],
	array.concat([one | some kind in modalities; count(samples(kind)) == 0; one := _no_sample(ref, kind)], _strays(ref)),
)

# A sample of a kind that the system is not said to generate contradicts the manifest.
_strays(ref) := [_with(evidence.element(ref, "inconsistent", item), note) |
	some item in evidence.items("output-marking")
	not item.modality in modalities
	note := sprintf("a sample of %s, which transparency.generates does not name", [item.modality])
]

_mark(ref, kind, item) := _with(evidence.element(ref, "present", item), _marked_by(kind, item)) if {
	marked(item)
} else := _with(evidence.element(ref, "not-applicable", item), _text_note) if {
	kind == "text"
	item.state == "present"
	text_explained
} else := _with(evidence.element(ref, "inconsistent", item), _told(item, "the signature of the mark is invalid")) if {
	object.get(item, "c2pa", "none") == "invalid"
} else := _with(evidence.element(ref, "missing", item), _unmarked(item, kind)) if {
	item.state == "present"
} else := _with(evidence.element(ref, object.get(item, "state", "missing"), item), _told(item, kind))

# What was found instead of a mark is told with the mark's absence: another source type, a detector that did not run.
_unmarked(item, kind) := sprintf("the %s says %s, which is not generated content", [kind, source]) if {
	source := [said | some key in ["source_type", "iptc"]; said := object.get(item, key, null); is_string(said)][0]
} else := concat(". ", array.concat([sprintf("no machine-readable mark in this %s", [kind])], _whys(item)))

_whys(item) := array.concat(_signature(item), [_looked(item, "the detector gave no answer") | is_string(object.get(item, "detector", null))])

_signature(item) := [_told(item, "the signed manifest cannot be read")] if {
	object.get(item, "c2pa", "none") == "unreadable"
} else := []

# Whose signature it is cannot be told without a list of those who are trusted.
_marked_by(kind, item) := sprintf("%s, signed by somebody who is on no list of trusted signers", [kind]) if {
	"signed-metadata" in layers(item)
	object.get(item, "c2pa", "none") == "untrusted"
} else := kind

_looked(item, fallback) := _told({"note": object.get(item, "detector_note", null)}, fallback)

# The sentence of the collector as a clause.
_told(item, fallback) := trim_suffix(item.note, ".") if {
	is_string(object.get(item, "note", null))
} else := fallback

_no_sample(ref, "text") := _with(evidence.element(ref, "not-applicable", {}), _text_note) if {
	text_explained
} else := _with(evidence.element(ref, "missing", {}), "no sample of text")

_no_sample(ref, kind) := _with(evidence.element(ref, "missing", {}), sprintf("no sample of %s", [kind])) if kind != "text"

_text_note := "free text: the concept documents the technique or its limits"

_with(one, note) := object.union(one, {"note": note})

# U9: free text may be marked by a documented technique, or its feasibility analysed.
text_explained if {
	some ref in ["CoP-1.1.2", "50(2)-feasible"]
	_documented(ref)
}

_documented(ref) if {
	evidence.state("output-marking") in {"present", "incomplete"}
	concept := evidence.fact("output-marking")
	concept.elements[ref].state == "present"
}

# Measures 1.1.1 and 1.1.2 of the code of practice: signed metadata and a watermark on every sample of audio, image, video, and of text in a container.
both_layers := [one |
	some kind in modalities
	some item in samples(kind)
	_layered(kind, item)
	marked(item)
	some one in [_signed(item), _watermark(item)]
]

_layered(kind, _) if kind in _media

_layered("text", item) if object.get(item, "format", null) in {"pdf", "docx", "odt"}

_signed(item) := evidence.element("CoP-1.1.1", "present", item) if {
	"signed-metadata" in layers(item)
} else := _with(evidence.element("CoP-1.1.1", "unreadable", item), _told(item, "the signed manifest cannot be read")) if {
	object.get(item, "c2pa", "none") == "unreadable"
} else := _with(evidence.element("CoP-1.1.1", "insufficient", item), _told(item, "the signature is not trusted")) if {
	object.get(item, "c2pa", "none") == "untrusted"
} else := _with(evidence.element("CoP-1.1.1", "missing", item), "one layer only, no signed metadata")

# A watermark that is only described is no layer that was seen.
_watermark(item) := evidence.element("CoP-1.1.2", "present", item) if {
	"watermark-detected" in layers(item)
} else := _with(evidence.element("CoP-1.1.2", said, item), concat(". ", ["one layer seen", _looked(item, answer)])) if {
	answer := object.get(item, "detector", null)
	is_string(answer)
	said := object.get(_contradicted, answer, null)
	is_string(said)
} else := _with(evidence.element("CoP-1.1.2", "insufficient", item), concat("; ", [_described, _not_run])) if {
	_documented("CoP-1.1.2")
	object.get(item, "detector", null) == "not-allowed"
} else := _with(evidence.element("CoP-1.1.2", "insufficient", item), _described) if {
	_documented("CoP-1.1.2")
} else := _with(evidence.element("CoP-1.1.2", "missing", item), concat("; ", ["one layer seen", _not_run])) if {
	object.get(item, "detector", null) == "not-allowed"
} else := _with(evidence.element("CoP-1.1.2", "missing", item), "one layer only, no watermark")

_described := "one layer seen; a watermark is described, and nothing shows that this sample carries it"

_not_run := "the detector was not run: --allow-commands is not given"

_contradicted := {
	"not-detected": "missing",
	"other-bytes": "stale",
	"unbound": "incomplete",
	"failed": "incomplete",
}

# Art. 50(1): one element an interface and language.
notices(ref) := [one | some item in evidence.items("chat-notice"); one := _notice(ref, item)]

_notice(ref, item) := _with(evidence.element(ref, "present", item), _language(item)) if {
	item.state == "present"
	item.notice == "present"
} else := _with(evidence.element(ref, "insufficient", item), "the notice comes after the first input") if {
	item.notice == "after-input"
} else := _with(evidence.element(ref, "insufficient", item), "the text does not say that this is an AI system") if {
	item.notice == "not-a-notice"
} else := _with(evidence.element(ref, "missing", item), sprintf("no notice before the first input: %s", [_told(item, _language(item))])) if {
	item.state == "present"
} else := _with(evidence.element(ref, object.get(item, "state", "missing"), item), _told(item, _language(item)))

_language(item) := item.language if {
	is_string(item.language)
} else := "language not stated"

# Languages the system is offered in, for which no interface or no notice is declared.
languages(ref) := [_with(evidence.element(ref, "missing", {}), sprintf("no notice in language %s", [language])) |
	some language in sort(_offered | _without_notice)
]

_offered := {lower(language) |
	some language in _list(input.manifest.details, "languages")
	not lower(language) in _shown
}

_shown := {item.language | some item in evidence.items("chat-notice"); is_string(item.language)}

_without_notice := {language | some language in _list(evidence.values("chat-notice"), "languages_without_notice")}

# A system prompt that orders the model to deny being a machine defeats every notice.
prompts(ref) := [_with(evidence.element(ref, "inconsistent", found), _forbidden(found)) |
	some found in _list(evidence.values("chat-notice"), "prompt_forbids")
]

_forbidden(found) := sprintf("the system prompt forbids telling that this is an AI system: “%s”", [found.excerpt]) if {
	is_string(object.get(found, "excerpt", null))
} else := "the system prompt forbids telling that this is an AI system"

_list(values, name) := found if {
	found := object.get(values, name, [])
	is_array(found)
} else := []

default code_signed := false

code_signed if input.manifest.details.signed_code_of_practice == true
