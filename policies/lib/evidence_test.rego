package aiact.lib.evidence_test

import data.aiact.lib.evidence
import data.aiact.lib.fixtures_test as given

_plan(elements) := given.system({}, {"human-oversight": given.fact("human-oversight", "present", elements)})

test_elements_keep_the_order_of_the_catalogue if {
	refs := [one.ref | some one in evidence.elements("human-oversight", "AIA-14-4")] with data.aiact.classify.duty.asked as given.every_obligation with input as given.document("human-oversight", "AIA-14-4")
	refs == ["14(4)(a)", "14(4)(b)", "14(4)(c)", "14(4)(d)", "14(4)(e)"]
}

test_a_place_comes_from_the_element_or_the_document if {
	found := evidence.elements("human-oversight", "AIA-14-4") with data.aiact.classify.duty.asked as given.every_obligation with input as _plan({"14(4)(a)": {"state": "present", "file": "docs/b.md", "line": 3}})
	found[0].file == "docs/b.md"
	found[0].line == 3
	found[1] == {"ref": "14(4)(b)", "state": "missing", "file": "docs/human-oversight.md", "line": 1}
}

test_what_was_said_of_an_element_is_told if {
	found := evidence.elements("human-oversight", "AIA-14-4") with data.aiact.classify.duty.asked as given.every_obligation with input as _plan({"14(4)(a)": {"state": "placeholder", "note": "It only holds a place: “TODO”."}})
	found[0].note == "It only holds a place: “TODO”."
	not "note" in object.keys(found[1])
}

test_what_was_said_of_a_document_is_its_reason if {
	every note, told in {
		"docs/human-oversight.md has a password; keep a copy without one.": "docs/human-oversight.md has a password; keep a copy without one.",
		"The record has no “plan”.": "docs/human-oversight.md: The record has no “plan”.",
		"": "docs/human-oversight.md cannot be read.",
	} {
		fact := object.union(given.fact("human-oversight", "unreadable", {}), {"note": note})
		given_reasons := evidence.reasons("human-oversight", []) with input as given.system({}, {"human-oversight": fact})
		given_reasons == {told}
	}
}

test_a_document_that_was_not_read_gives_its_state_to_all if {
	every state in ["missing", "empty", "placeholder", "unreadable", "outside-root", "too-large", "not-applicable"] {
		found := evidence.elements("human-oversight", "AIA-14-4") with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("human-oversight", state)
		{one.state | some one in found} == {state}
	}
}

test_an_obligation_nobody_knows_is_never_answered if {
	found := evidence.elements("human-oversight", "AIA-0") with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	count(found) == 0
	not evidence.complete(found)
}

test_hostile_shapes_answer_nothing if {
	every fact in [null, "present", [], {"state": 7}, {"state": "present", "elements": [], "values": [], "items": {}}] {
		broken := given.system({}, {"human-oversight": fact})
		found := evidence.elements("human-oversight", "AIA-14-4") with data.aiact.classify.duty.asked as given.every_obligation with input as broken
		count(found) == 5
		not evidence.proven("human-oversight", found) with data.aiact.classify.duty.asked as given.every_obligation with input as broken
		evidence.values("human-oversight") == {} with data.aiact.classify.duty.asked as given.every_obligation with input as broken
		evidence.items("human-oversight") == [] with data.aiact.classify.duty.asked as given.every_obligation with input as broken
	}
}

test_one_of_several_alternatives_is_enough if {
	found := evidence.elements("human-oversight", "AIA-14-1") with data.aiact.classify.duty.asked as given.every_obligation with input as _plan({"14(3)(b)": {"state": "present"}})
	found[3].state == "not-applicable"
	found[3].note == "answered by 14(3)(b)"
	found[4].state == "present"
}

test_no_alternative_leaves_all_missing if {
	found := evidence.elements("human-oversight", "AIA-14-1") with data.aiact.classify.duty.asked as given.every_obligation with input as _plan({})
	{one.state | some one in found} == {"missing"}
}

test_an_optional_element_may_be_left_out if {
	found := evidence.elements("registration", "AIA-49-1") with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("registration", "AIA-49-1", "VIII.A.13", "missing")
	found[12].note == "optional"
	evidence.complete(found)
}

test_a_condition_decides_whether_an_element_is_asked if {
	left_out := given.lacking("document-retention", "AIA-18-1", "18(1)(c)", "missing")
	asked := object.union(left_out, {"manifest": {"answers": {"notified_body_involved": true}}})
	evidence.complete(evidence.elements("document-retention", "AIA-18-1")) with data.aiact.classify.duty.asked as given.every_obligation with input as left_out
	not evidence.complete(evidence.elements("document-retention", "AIA-18-1")) with data.aiact.classify.duty.asked as given.every_obligation with input as asked
	not evidence.answered("document-retention", evidence.elements("document-retention", "AIA-18-1")) with data.aiact.classify.duty.asked as given.every_obligation with input as asked
}

test_not_applicable_everywhere_is_no_answer if {
	not evidence.complete([{"state": "not-applicable"}, {"state": "not-applicable"}])
	evidence.complete([{"state": "not-applicable"}, {"state": "present"}])
	evidence.complete([{"state": "not-applicable"}])
	not evidence.complete([])
}

test_stale_and_inconsistent_documents_prove_nothing if {
	every state in ["stale", "inconsistent"] {
		doc := given.system({}, {"human-oversight": given.fact("human-oversight", state, given.answers("AIA-14-4"))})
		not evidence.answered("human-oversight", evidence.elements("human-oversight", "AIA-14-4")) with data.aiact.classify.duty.asked as given.every_obligation with input as doc
		count(evidence.reasons("human-oversight", [])) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as doc
	}
}

test_an_incomplete_document_answers_what_it_holds if {
	doc := given.system({}, {"human-oversight": given.fact("human-oversight", "incomplete", given.answers("AIA-14-4"))})
	evidence.proven("human-oversight", evidence.elements("human-oversight", "AIA-14-4")) with data.aiact.classify.duty.asked as given.every_obligation with input as doc
	not evidence.proven("human-oversight", evidence.elements("human-oversight", "AIA-14-1")) with data.aiact.classify.duty.asked as given.every_obligation with input as doc
}

test_versions_are_compared_where_both_are_known if {
	evidence.current("technical-documentation") with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-2", {"system_version": "V2.3.0"})
	not evidence.current("technical-documentation") with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("technical-documentation", "AIA-11-2", {"system_version": "1.4.0"})
	unversioned := object.union(
		given.measured("technical-documentation", "AIA-11-2", {"system_version": "1.4.0"}),
		{"manifest": {"version": null}},
	)
	evidence.current("technical-documentation") with data.aiact.classify.duty.asked as given.every_obligation with input as unversioned
	evidence.current("legacy-proof") with data.aiact.classify.duty.asked as given.every_obligation with input as given.measured("legacy-proof", "AIA-111-2", {"system_version": "1.4.0"})
}

test_reasons_name_place_element_and_text if {
	doc := given.lacking("human-oversight", "AIA-14-4", "14(4)(b)", "placeholder")
	found := evidence.elements("human-oversight", "AIA-14-4") with data.aiact.classify.duty.asked as given.every_obligation with input as doc
	sentence := "docs/human-oversight.md: 14(4)(b) is a placeholder: stay aware of automation bias."
	evidence.reasons("human-oversight", found) == {sentence} with data.aiact.classify.duty.asked as given.every_obligation with input as doc
}

test_reasons_fall_back_to_the_name_of_the_evidence if {
	nowhere := given.system({}, {"human-oversight": {"state": "present", "elements": {}}})
	found := [{"ref": "x", "state": "odd", "file": null, "line": null}]
	evidence.reasons("human-oversight", found) == {"evidence.human-oversight: x is in no known state."} with data.aiact.classify.duty.asked as given.every_obligation with input as nowhere
}

test_reasons_name_age_and_version if {
	old := given.measured("technical-documentation", "AIA-11-2", {"system_version": "1.4.0", "review_by": given.as_of - 1})
	evidence.reasons("technical-documentation", []) == {
		"docs/technical-documentation.md is past the date of review it names.",
		"docs/technical-documentation.md is about version 1.4.0, the manifest about version 2.3.0.",
	} with data.aiact.classify.duty.asked as given.every_obligation with input as old
}
