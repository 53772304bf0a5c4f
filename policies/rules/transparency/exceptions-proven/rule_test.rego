package aiact.tests.transparency["exceptions-proven_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.transparency["exceptions-proven"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-50-EXC": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-50-EXC": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_claiming(names, state) := given.saying(
	{"claims": {name: {"reason": "checked by counsel", "evidence": state} | some name in names}},
	given.system({name: true | some name in names}, {}),
)

_every := ["t_obvious", "t_le_authorised", "t_le_permitted_50_3", "t_standard_editing", "t_no_substantial_alteration", "t_out_of_scope_output", "t_closed_technical_output", "t_ephemeral_realtime_with_notice", "t_editorial"]

test_every_claim_is_proven if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(_every, "present")
	count(rule.elements) == 9 with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(_every, "present")
}

test_a_claim_without_a_file_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["t_obvious"], null)
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["t_obvious"], null)
	contains(reason, "t_obvious")
}

test_unreadable_proof_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["t_obvious"], "unreadable")
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["t_obvious"], "unreadable")
}

test_an_answer_without_a_claim_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.system({"t_obvious": true}, {})

test_nothing_claimed_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
