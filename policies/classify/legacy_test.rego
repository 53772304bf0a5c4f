package aiact.classify.legacy_test

import data.aiact.classify.given_test as given
import data.aiact.classify.legacy
import data.aiact.classify.notes
import data.aiact.lib.dates

_system(answers) := given.on("2028-09-01", object.union({"role_provider": true}, answers))

_listed := {"iii_4a": true}

_product := {"a1_act": 11, "a1_is_product": true, "a1_third_party_required": true}

_placed(iso) := {"placed_on_market_date": dates.day(iso)}

test_both_sides_of_the_class_date if {
	legacy.holds with input as _system(object.union(_listed, _placed("2027-12-01")))
	not legacy.holds with input as _system(object.union(_listed, _placed("2027-12-02")))
	legacy.holds with input as _system(object.union(_product, _placed("2028-08-01")))
	not legacy.holds with input as _system(object.union(_product, _placed("2028-08-02")))
	both := object.union(_listed, _product)
	not legacy.holds with input as _system(object.union(both, _placed("2028-08-01")))
	legacy.class_date == dates.day("2027-12-02") with input as _system(both)
}

test_no_date_no_legacy if {
	not legacy.holds with input as _system(_listed)
	legacy.class_date == null with input as _system({})
	not legacy.holds with input as _system(_placed("2020-01-01"))
}

test_a_filtered_system_keeps_the_date_of_annex_iii if {
	filtered := {
		"iii_4a": true, "art6_3_claimed": true, "f_a": true, "performs_profiling": false,
		"f_no_significant_risk": true, "f_no_material_influence": true,
	}
	legacy.class_date == dates.day("2027-12-02") with input as _system(filtered)
}

_old := object.union(_listed, _placed("2025-01-01"))

test_a_significant_design_change_ends_it if {
	before := object.union(_old, {"significant_design_change_date": dates.day("2027-12-01")})
	legacy.holds with input as _system(before)
	after := object.union(_old, {"significant_design_change_date": dates.day("2027-12-02")})
	not legacy.holds with input as _system(after)
	legacy.due == dates.day("2027-12-02") with input as _system(after)
}

test_when_a_legacy_system_has_to_comply if {
	legacy.due == null with input as _system(_old)
	legacy.trigger == "significant design change on or after 2027-12-02" with input as _system(_old)
	public := object.union(_old, {"intended_for_public_authorities": true})
	legacy.due == dates.day("2030-08-02") with input as _system(public)
}

test_annex_x_whatever_changes if {
	component := object.union(_listed, {"annex_x_component": true, "significant_design_change_date": dates.day("2028-01-01")})
	inside := object.union(component, _placed("2027-08-01"))
	legacy.holds with input as _system(inside)
	legacy.due == dates.day("2030-12-31") with input as _system(inside)
	legacy.trigger == null with input as _system(inside)
	not legacy.holds with input as _system(object.union(component, _placed("2027-08-02")))
}

test_other_cut_off if {
	answers := object.union(_listed, _placed("2026-08-02"))
	legacy.disputed with input as _system(answers)
	strict := given.system("2028-09-01", answers, {}, {"U2": "strict"})
	not legacy.holds with input as strict
	legacy.holds with input as given.system("2028-09-01", _old, {}, {"U2": "strict"})
	not legacy.disputed with input as _system(_old)
	codes := {note.code | some note in notes.notes} with input as _system(answers)
	"legacy-cut-off" in codes
}

_generator(answers) := object.union({"role_provider": true, "generates_synthetic_content": true}, answers)

test_marking if {
	old := given.on("2026-11-22", _generator(_placed("2026-08-01")))
	legacy.marking_due == dates.day("2026-12-02") with input as old
	legacy.marking_legacy with input as old
	new := given.on("2026-11-22", _generator(_placed("2026-08-02")))
	legacy.marking_due == dates.day("2026-08-02") with input as new
	not legacy.marking_legacy with input as new
}

test_marking_of_systems_only_put_into_service if {
	in_house := _generator({"put_into_service_date": dates.day("2026-08-01")})
	legacy.marking_disputed with input as given.on("2026-12-01", in_house)
	not legacy.marking_disputed with input as given.on("2026-12-02", in_house)
	not legacy.marking_disputed with input as given.system("2026-12-01", in_house, {}, {"U3": "strict"})
	later := _generator({"put_into_service_date": dates.day("2026-08-02")})
	not legacy.marking_disputed with input as given.on("2026-11-22", later)
}
