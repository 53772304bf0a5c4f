package aiact.tests.classification["exits-proven_test"]

import data.aiact.rules.classification["exits-proven"] as rule

_exit(basis, state) := [{"fact": "iii_exits", "point": "5b", "reason": "fraud_only", "basis": basis, "state": state}]

_fact(name, state) := [{"fact": name, "reason": "x", "basis": "text", "state": state}]

test_applies_to_every_system if rule.applicable == "yes"

test_nothing_claimed if rule.satisfied with data.aiact.classify.exits.exits as []

test_a_proven_exit_of_the_text if {
	rule.satisfied with data.aiact.classify.exits.exits as _exit("text", "present")
	count(rule.reasons) == 0 with data.aiact.classify.exits.exits as _exit("text", "present")
}

test_an_exit_without_proof_is_named if {
	not rule.satisfied with data.aiact.classify.exits.exits as _exit("text", null)
	rule.reasons == {"Annex III 5b fraud_only is missing: proof of the exit."} with data.aiact.classify.exits.exits as _exit("text", null)
}

test_unreadable_proof_proves_nothing if not rule.satisfied with data.aiact.classify.exits.exits as _fact("x_military", "unreadable")

test_draft_guidance_warns_even_with_proof if not rule.satisfied with data.aiact.classify.exits.exits as _exit("draft_guideline", "present")

test_personal_training_warns_even_with_proof if {
	not rule.satisfied with data.aiact.classify.exits.exits as _fact("p5f_personal_training_only", "present")
}

test_other_rules_look_after_their_own_exits if {
	every name in ["t_obvious", "ncii_5_1b_only", "csam_safeguards_adequate", "p5f_medical_or_safety", "art6_3_claimed"] {
		rule.satisfied with data.aiact.classify.exits.exits as _fact(name, null)
	}
}
