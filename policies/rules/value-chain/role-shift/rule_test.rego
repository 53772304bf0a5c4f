package aiact.tests["value-chain"]["role-shift_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules["value-chain"]["role-shift"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-25-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-25-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_stating(value) := object.union(given.document("value-chain", "AIA-25-1"), {"manifest": {"answers": {"role_provider": value}}})

test_described_and_true if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(true)
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(true)
}

test_a_document_does_not_outweigh_the_fact if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(false)
	rule.reasons == {"operator.roles does not name provider"} with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(false)
}

test_an_open_element_is_named if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("value-chain", "AIA-25-1", "25(1)(a)", "placeholder")

test_unreadable_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("value-chain", "unreadable")

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
