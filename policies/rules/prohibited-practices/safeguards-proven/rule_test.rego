package aiact.tests["prohibited-practices"]["safeguards-proven_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["prohibited-practices"]["safeguards-proven"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"CTL-5-EXC-NEW": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"CTL-5-EXC-NEW": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_claiming(names, state) := given.saying(
	{"claims": {name: {"reason": "checked by counsel", "evidence": state} | some name in names}},
	given.system({name: true | some name in names}, {}),
)

_every := ["ncii_consent_ensured", "ncii_safeguards_adequate", "ncii_5_1b_only", "csam_safeguards_adequate", "csam_without_right_defence"]

test_every_claim_is_proven if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(_every, "present")
	count(rule.elements) == 5 with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(_every, "present")
}

test_a_claim_without_a_file_is_named if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["ncii_safeguards_adequate"], null)
	some reason in rule.reasons with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["ncii_safeguards_adequate"], null)
	contains(reason, "ncii_safeguards_adequate")
}

test_unreadable_proof_proves_nothing if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["ncii_safeguards_adequate"], "unreadable")
	rule.elements[0].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as _claiming(["ncii_safeguards_adequate"], "unreadable")
}

test_an_answer_without_a_claim_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.system({"ncii_safeguards_adequate": true}, {})

test_nothing_claimed_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
