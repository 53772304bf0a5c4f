package aiact.tests.testing["section-b_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.testing["section-b"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-60A": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-60A": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_stating(value) := object.union(given.document("real-world-testing", "AIA-60A"), {"manifest": {"answers": {"art60a_national_framework_notified": value}}})

test_described_and_true if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(true)
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(true)
}

test_a_document_does_not_outweigh_the_fact if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(false)
	rule.reasons == {"the Member State has notified no framework for such tests"} with data.aiact.classify.duty.asked as given.every_obligation with input as _stating(false)
}

test_an_open_element_is_named if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.lacking("real-world-testing", "AIA-60A", "60a(5)(c)", "placeholder")

test_unreadable_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("real-world-testing", "unreadable")

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare
