package aiact.classify.filter_test

import data.aiact.classify.filter
import data.aiact.classify.given_test as given
import data.aiact.classify.risk

_holds := {
	"iii_4a": true, "art6_3_claimed": true, "f_d": true,
	"f_no_significant_risk": true, "f_no_material_influence": true, "performs_profiling": false,
}

test_all_conditions_together if {
	filter.holds with input as given.only(_holds)
	risk.filtered with input as given.only(_holds)
	not risk.high_risk with input as given.only(_holds)
}

test_each_condition_alone_suffices_and_none_does_not if {
	bare := object.remove(_holds, ["f_d"])
	not filter.holds with input as given.only(bare)
	every name in ["f_a", "f_b", "f_c"] { filter.holds with input as given.only(object.union(bare, {name: true})) }
}

test_every_other_part_is_needed if {
	every name in ["art6_3_claimed", "f_no_significant_risk", "f_no_material_influence", "performs_profiling"] {
		not filter.holds with input as given.only(object.remove(_holds, [name]))
	}
}

test_profiling_and_a_larger_system_defeat_it if {
	every name in ["performs_profiling", "part_of_larger_system"] {
		not filter.holds with input as given.only(object.union(_holds, {name: true}))
		risk.high_risk with input as given.only(object.union(_holds, {name: true}))
	}
}
