package aiact.tests.manifest["open-questions_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.manifest["open-questions"] as rule

_one(owner) := [{"fact": "dpia_required", "owner": owner}]

test_applies_to_every_system if rule.applicable == "yes"

test_nothing_open if {
	rule.satisfied with data.aiact.classify.core.questions as []
	count(rule.reasons) == 0 with data.aiact.classify.core.questions as []
}

test_an_open_question_names_its_owner if {
	not rule.satisfied with data.aiact.classify.core.questions as _one("legal@acme.example")
	rule.reasons == {"dpia_required is open: to be answered by legal@acme.example."} with data.aiact.classify.core.questions as _one("legal@acme.example")
}

test_an_open_question_without_owner_says_what_is_asked if {
	count(rule.elements) == 1 with data.aiact.classify.core.questions as _one(null)
	rule.elements[0].note == data.law.facts.dpia_required.meaning with data.aiact.classify.core.questions as _one(null)
}

test_unreadable_evidence_answers_no_question if {
	not rule.satisfied with data.aiact.classify.core.questions as _one(null) with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("dpia", "unreadable")
}
