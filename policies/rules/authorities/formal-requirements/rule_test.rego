package aiact.tests.authorities["formal-requirements_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.authorities["formal-requirements"] as rule

test_applies_as_the_duty_does if {
	rule.applicable == "yes" with data.aiact.classify.duties.when as {"AIA-83-1": true}
	rule.applicable == "no" with data.aiact.classify.duties.when as {"AIA-83-1": false}
	rule.applicable == "undetermined" with data.aiact.classify.duties.when as {}
}

_papers := given.system({}, {
	"ce-marking": given.fact("ce-marking", "present", given.answers("AIA-48-1")),
	"declaration-of-conformity": given.fact("declaration-of-conformity", "present", given.answers("AIA-47-1")),
	"registration": given.fact("registration", "present", given.answers("AIA-49-1")),
	"technical-documentation": given.fact("technical-documentation", "present", {}),
})

_binding := {"AIA-48-1": true, "AIA-47-1": true, "AIA-49-1": true, "AIA-22-1": false}

test_every_paper_is_there if {
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _papers with data.aiact.classify.duties.when as _binding
	rule.elements[5].state == "not-applicable" with data.aiact.classify.duty.asked as given.every_obligation with input as _papers with data.aiact.classify.duties.when as _binding
}

test_a_missing_representative_is_named if {
	outside := object.union(_binding, {"AIA-22-1": true})
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _papers with data.aiact.classify.duties.when as outside
	rule.reasons == {"83(1)(f) is missing."} with data.aiact.classify.duty.asked as given.every_obligation with input as _papers with data.aiact.classify.duties.when as outside
}

test_unreadable_evidence_proves_nothing if {
	unread := given.unread("technical-documentation", "unreadable")
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as unread with data.aiact.classify.duties.when as _binding
	rule.elements[6].state == "unreadable" with data.aiact.classify.duty.asked as given.every_obligation with input as unread with data.aiact.classify.duties.when as _binding
}

test_no_evidence_proves_nothing if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare with data.aiact.classify.duties.when as _binding
