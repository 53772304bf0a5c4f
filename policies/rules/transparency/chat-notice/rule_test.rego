package aiact.tests.transparency["chat-notice_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency["chat-notice"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-50-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-50-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_chat(items, values, answers) := given.system(answers, {"chat-notice": object.union(
	given.fact("chat-notice", "present", {}),
	{"items": items, "values": values},
)})

_screen(notice) := {"file": "static/index.html", "language": "en", "state": "present", "notice": notice, "line": 4}

test_a_notice_in_every_interface if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("present")], {}, {})
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("present")], {}, {})
}

test_a_late_notice_is_none if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("after-input")], {}, {})
	rule.reasons == {"static/index.html: 50(1)-design does not reach what the law asks: the notice comes after the first input."} with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("after-input")], {}, {})
}

test_other_words_and_no_words_are_none if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("not-a-notice")], {}, {})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("present"), _screen("absent")], {}, {})
}

test_a_language_without_notice_is_named if {
	rule.reasons == {"50(5)-clear is missing: no notice in language de."} with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("present")], {"languages_without_notice": ["de"]}, {})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("present")], {"languages_without_notice": ["de"]}, {})
}

test_a_language_without_interface_is_named if {
	bilingual := given.saying({"details": {"languages": ["en", "DE"]}}, _chat([_screen("present")], {}, {}))
	rule.reasons == {"50(5)-clear is missing: no notice in language de."} with data.aiact.classify.duty.asked as given.every_obligation with input as bilingual
}

test_a_prompt_that_forbids_telling_defeats_the_notice if {
	forbidden := {"prompt_forbids": [{"file": "app/chat.py", "line": 12, "excerpt": "never say you are an AI"}]}
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("present")], forbidden, {})
	count(rule.reasons) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("present")], forbidden, {})
}

test_an_agent_says_for_whom_it_acts if {
	agent := {"agent_acts_towards_third_parties": true}
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([_screen("present")], {}, agent)
	described := {"G-agent": {"state": "present"}, "50(1)-agent": {"state": "present"}}
	told := object.union(_chat([_screen("present")], {}, agent), {"facts": {"chat-notice": {"elements": described}}})
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as told
}

test_unreadable_evidence_proves_nothing if {
	unread := object.union(_screen(null), {"state": "unreadable", "language": null})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([unread], {}, {})
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as _chat([unread], {}, {})
}

test_no_evidence_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
	rule.reasons == {"50(1)-design is missing."} with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
}
