package aiact.tests["prohibited-practices"]["exceptions-proven_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["prohibited-practices"]["exceptions-proven"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"CTL-5-EXC": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"CTL-5-EXC": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_claiming(names, state) := given.saying(
	{"claims": {name: {"reason": "checked by counsel", "evidence": state} | some name in names}},
	given.system({name: true | some name in names}, {}),
)

_every := ["p5f_medical_or_safety", "p5f_personal_training_only", "p5g_labelling_exception", "p5h_objective_met", "p5h_national_law"]

test_every_claim_is_proven if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(_every, "present")
	count(rule.elements) == 5 with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(_every, "present")
}

test_a_claim_without_a_file_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["p5f_medical_or_safety"], null)
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["p5f_medical_or_safety"], null)
	contains(reason, "p5f_medical_or_safety")
}

test_unreadable_proof_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["p5f_medical_or_safety"], "unreadable")
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["p5f_medical_or_safety"], "unreadable")
}

test_an_answer_without_a_claim_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.system({"p5f_medical_or_safety": true}, {})

test_nothing_claimed_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
