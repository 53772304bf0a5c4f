package aiact.classify.risk_test

import data.aiact.classify.given_test as given
import data.aiact.classify.risk

_product(act) := {"a1_acts": [{"act": act}], "a1_is_product": true, "a1_third_party_required": true}

test_classes if {
	risk.hr_annex_iii with input as given.only({"iii_5b": true})
	risk.hr_annex_i_a with input as given.only(_product(11))
	risk.section_b_only with input as given.only(_product(18))
	not risk.high_risk with input as given.only(_product(18))
	not risk.section_b_only with input as given.only(object.union(_product(18), {"iii_2": true}))
}

test_a_prohibited_practice_leaves_no_high_risk_class if {
	banned := {"role_provider": true, "iii_4a": true, "p5e_face_db_scraping": true}
	risk.points == [] with input as given.only(banned)
	not risk.high_risk with input as given.only(object.union(banned, _product(11)))
	not risk.section_b_only with input as given.only(object.union(banned, _product(18)))
}
