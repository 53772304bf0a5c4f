package aiact.tests.classification["filter-claim_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.classification["filter-claim"] as rule

_listed(answers) := given.system(
	object.union(
		{
			"iii_4a": true, "art6_3_claimed": true, "f_d": true,
			"f_no_significant_risk": true, "f_no_material_influence": true, "performs_profiling": false,
		},
		answers,
	),
	{},
)

test_a_conclusion_that_holds if {
	rule.applicable == "yes" with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({})
	rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({})
	count(rule.reasons) == 0 with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({})
}

test_profiling_defeats_it if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({"performs_profiling": true})
	rule.reasons == {"performs_profiling defeats the conclusion under Art. 6(3)."} with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({"performs_profiling": true})
}

test_no_condition_defeats_it if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({"f_d": false})

test_not_knowing_defeats_it if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({"performs_profiling": null})

test_a_part_of_a_larger_system_is_judged_with_it if {
	not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({"part_of_larger_system": true})
	count(rule.reasons) == 1 with data.aiact.classify.duty.asked as given.every_obligation with input as _listed({"part_of_larger_system": true})
}

test_nothing_claimed_nothing_to_reject if rule.applicable == "no" with data.aiact.classify.duty.asked as given.every_obligation with input as given.bare

test_unreadable_evidence_does_not_help if not rule.satisfied with data.aiact.classify.duty.asked as given.every_obligation with input as given.unread("article-6-assessment", "unreadable")

test_an_unknown_claim_is_no_answer if {
	rule.applicable == "undetermined" with data.aiact.classify.filter.claimed as null with data.aiact.classify.risk.listed as true
}
