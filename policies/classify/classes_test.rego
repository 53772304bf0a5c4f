package aiact.classify.classes_test

import data.aiact.classify.classes
import data.aiact.classify.given_test as given
import data.aiact.classify.points

_of(answers) := given.described("2026-11-22", object.union({"role_provider": true}, answers))

test_classes if {
	every case in [
		[{}, ["minimal"]],
		[{"x_military": true}, ["out_of_scope"]],
		[{"p5e_face_db_scraping": true, "iii_4a": true}, ["prohibited"]],
		[{"iii_4a": true, "interacts_with_persons": true}, ["high_risk_annex_iii", "transparency"]],
		[{"a1_acts": [{"act": 11}], "a1_is_product": true}, ["high_risk_annex_i"]],
		[{"a1_acts": [{"act": 18}], "a1_is_product": true}, ["high_risk_annex_i"]],
		[{"gpai_model": true}, ["gpai"]],
		[{"gpai_model": true, "training_flop": 2e25}, ["gpai_systemic"]],
	] {
		classes.classes == case[1] with input as _third_party(case[0])
	}
}

_third_party(answers) := _of(object.union({"a1_third_party_required": true}, answers))

test_derogated if {
	answers := {
		"iii_4a": true, "art6_3_claimed": true, "f_a": true,
		"f_no_significant_risk": true, "f_no_material_influence": true,
	}
	classes.classes == ["annex_iii_derogated"] with input as _of(answers)
	points.points == ["Annex III 4(a)", "Art. 6(3)"] with input as _of(answers)
}

test_points if {
	points.points == ["Annex III 2", "Annex III 4(a)", "Art. 50(1)"] with input as _of({"iii_2": true, "iii_4a": true, "interacts_with_persons": true})
	points.points == ["Art. 5(1)(e)"] with input as _of({"p5e_face_db_scraping": true})
	points.points == ["Annex I point 11"] with input as _third_party({"a1_acts": [{"act": 11}], "a1_is_product": true})
}
