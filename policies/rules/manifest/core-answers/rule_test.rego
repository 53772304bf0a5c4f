package aiact.tests.manifest["core-answers_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.manifest["core-answers"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"CTL-CLASS": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"CTL-CLASS": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_every_core_question_answered if {
	rule.satisfied with data.aiact.classify.core.core as []
	count(rule.reasons) == 0 with data.aiact.classify.core.core as []
}

test_a_missing_answer_is_named_in_words if {
	not rule.satisfied with data.aiact.classify.core.core as ["performs_profiling"]
	some reason in rule.reasons with data.aiact.classify.core.core as ["performs_profiling"]
	contains(reason, "performs_profiling is not answered: profiling of natural persons")
}

test_a_fact_without_words_keeps_its_name if {
	rule.elements[0].note == "x_new" with data.aiact.classify.core.core as ["x_new"]
}

test_unreadable_evidence_answers_no_question if {
	not rule.satisfied with data.aiact.classify.core.core as ["performs_profiling"] with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("ai-literacy", "unreadable")
}
