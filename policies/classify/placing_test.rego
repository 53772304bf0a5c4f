package aiact.classify.placing_test

import data.aiact.classify.given_test as given
import data.aiact.classify.placing
import data.aiact.lib.dates

test_no_date_counts_as_placed if {
	placing.placed with input as given.only({})
	placing.planned == null with input as given.only({})
	placing.first == dates.never with input as given.only({})
}

test_both_sides_of_the_day if {
	today := given.only({"placed_on_market_date": dates.day("2026-11-22")})
	placing.placed with input as today
	tomorrow := given.only({"planned_placing_date": dates.day("2026-11-23")})
	not placing.placed with input as tomorrow
	placing.planned == dates.day("2026-11-23") with input as tomorrow
	placing.first == dates.day("2026-11-23") with input as tomorrow
}

test_prospective_and_premarket if {
	placing.planned == "open" with input as given.only({"role_prospective_provider": true})
	placing.prospective with input as given.only({"role_prospective_provider": true})
	not placing.prospective with input as given.only({"role_prospective_provider": true, "role_provider": true})
	placing.planned == "open" with input as given.only({"x_premarket_rnd": true})
}

test_the_first_unit_of_the_type_counts if {
	placing.first == 20000 with input as given.only({"type_first_placed_date": 20000, "put_into_service_date": 20500})
	placing.first == 20400 with input as given.only({"type_first_placed_date": 20500, "put_into_service_date": 20400})
}
