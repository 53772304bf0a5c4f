package aiact.classify.open_source_test

import data.aiact.classify.given_test as given
import data.aiact.classify.open_source

_free(answers) := given.described("2026-11-22", object.union({"x_foss": true, "role_provider": true}, answers))

test_free_software_is_out if {
	open_source.excluded with input as _free({})
	not open_source.in_scope with input as _free({})
}

test_not_when_high_risk_prohibited_or_transparent if {
	open_source.in_scope with input as _free({"iii_4a": true})
	open_source.in_scope with input as _free({"p5e_face_db_scraping": true})
	open_source.in_scope with input as _free({"interacts_with_persons": true})
	open_source.in_scope with input as _free({"gpai_model": true})
}

test_an_open_trigger_keeps_it_in if {
	open_source.in_scope with input as given.only({"x_foss": true, "role_provider": true})
}

test_out_of_scope_anyway if {
	not open_source.in_scope with input as _free({"x_military": true})
}
