package aiact.classify.annex_i_test

import data.aiact.classify.annex_i
import data.aiact.classify.annexes
import data.aiact.classify.given_test as given

_product(act) := {"a1_acts": [{"act": act}], "a1_is_product": true, "a1_third_party_required": true}

test_sections_and_their_ends if {
	every act in [2, 12] { annex_i.section_a with input as given.only(_product(act)) }
	every act in [13, 21] {
		annex_i.section_b with input as given.only(_product(act))
		not annex_i.section_a with input as given.only(_product(act))
		annexes.section_b_alone with input as given.only(_product(act))
	}
	every act in [1, 22] { annex_i.hits == [] with input as given.only(_product(act)) }
}

test_one_act_or_several if {
	annex_i.hits == [11] with input as given.only({"a1_act": 11})
	annex_i.hits == [6, 18] with input as given.only({"a1_acts": [{"act": 6}, {"act": 18}]})
	annex_i.hits == [] with input as given.only({"a1_acts": [], "a1_is_product": true})
}

test_third_party_assessment if {
	annex_i.hits == [] with input as given.only(object.union(_product(6), {"a1_third_party_required": false}))
	annex_i.hits == [] with input as given.only(object.union(_product(6), {"a1_third_party_only_nonhealth": true}))
	own := {"a1_acts": [{"act": 6, "third_party_required": false}, {"act": 11, "third_party_required": true}]}
	annex_i.hits == [11] with input as given.only(own)
	count(annex_i.third_party_unknown) == 1 with input as given.only({"a1_act": 11})
}

test_safety_components if {
	component := {"a1_act": 18, "a1_is_product": false}
	annex_i.hits == [18] with input as given.only(component)
	none := object.union(component, {"a1_safety_function": false, "a1_failure_endangers": false})
	annex_i.hits == [] with input as given.only(none)
	other := object.union(component, {"a1_solely_nonsafety": true, "a1_failure_endangers": false})
	annex_i.hits == [] with input as given.only(other)
	unsafe := object.union(component, {"a1_solely_nonsafety": true, "a1_failure_endangers": true})
	annex_i.hits == [18] with input as given.only(unsafe)
}

test_annex_iii_makes_it_more_than_section_b if {
	both := object.union(_product(18), {"iii_2": true})
	not annexes.section_b_alone with input as given.only(both)
	annexes.would_be_high_risk with input as given.only(both)
	annexes.would_be_high_risk with input as given.only(_product(11))
}
