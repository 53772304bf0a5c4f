package aiact.tests["prohibited-practices"].manipulation_test

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["prohibited-practices"].manipulation as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-5-1-a": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-5-1-a": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

test_a_practice_that_is_met_is_never_satisfied if {
	not rule.satisfied with data.aiact.classify.duties.when as {"AIA-5-1-a": true}
	count(rule.reasons) == 1 with data.aiact.classify.duties.when as {"AIA-5-1-a": true}
	count(rule.elements) == 0
}

test_a_practice_that_is_not_met_is_satisfied if {
	rule.satisfied with data.aiact.classify.duties.when as {"AIA-5-1-a": false}
	count(rule.reasons) == 0 with data.aiact.classify.duties.when as {"AIA-5-1-a": false}
}

test_an_open_practice_is_neither_met_nor_excluded if {
	not rule.satisfied with data.aiact.classify.duties.when as {"AIA-5-1-a": null} with data.aiact.classify.questions.open as {"AIA-5-1-a": ["x"]}
	count(rule.reasons) == 0 with data.aiact.classify.duties.when as {"AIA-5-1-a": null} with data.aiact.classify.questions.open as {"AIA-5-1-a": ["x"]}
}

test_unreadable_evidence_cures_nothing if {
	not rule.satisfied with data.aiact.classify.duties.when as {"AIA-5-1-a": true} with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("ai-literacy", "unreadable")
}
