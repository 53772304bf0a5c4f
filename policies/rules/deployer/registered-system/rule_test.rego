package aiact.tests.deployer["registered-system_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.deployer["registered-system"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-26-8": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-26-8": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_stating(value) := object.union(given.document("public-body-use", "AIA-26-8"), {"manifest": {"answers": {"system_registered_by_provider": value}}})

test_described_and_true if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(true)
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(true)
}

test_a_document_does_not_outweigh_the_fact if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(false)
	rule.reasons == {"the provider has no entry in the EU database: the system may not be used"} with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(false)
}

test_an_open_element_is_named if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("public-body-use", "AIA-26-8", "26(8)-check", "placeholder")

test_unreadable_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("public-body-use", "unreadable")

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
