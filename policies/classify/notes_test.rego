package aiact.classify.notes_test

import data.aiact.classify.given_test as given
import data.aiact.classify.notes
import data.aiact.lib.dates

_codes(answers) := {note.code | some note in found} if {
	found := notes.notes with input as given.described("2026-11-22", answers)
}

_filter := {
	"role_provider": true, "iii_4a": true, "art6_3_claimed": true, "f_a": true,
	"f_no_significant_risk": true, "f_no_material_influence": true,
}

test_codes if {
	every case in [
		[{"role_provider": true}, set()],
		[{}, {"no-role"}],
		[{"role_provider": true, "p5e_face_db_scraping": true}, {"prohibited"}],
		[{"role_provider": true, "x_foss": true}, {"open-source"}],
		[_filter, set()],
		[object.union(_filter, {"performs_profiling": true}), {"filter-rejected"}],
		[object.union(_filter, {"art6_3_claimed": false}), {"filter-not-claimed"}],
		[{"role_provider": true, "iii_2": true, "critical_entity_user": false}, {"critical-entity"}],
		[{"role_provider": true, "intended_purpose_sources_conflict": true}, {"purpose-conflict"}],
		[{"role_gpai_provider": true, "gpai_model": true, "training_flop": 1e25}, {"compute-at-threshold"}],
		[_twice, {"both-annexes"}],
		[_odd, {"exit-unknown"}],
	] {
		_codes(case[0]) == case[1]
	}
}

_twice := {
	"role_provider": true, "iii_4a": true,
	"a1_acts": [{"act": 11}], "a1_is_product": true, "a1_third_party_required": true,
}

_odd := {"role_provider": true, "iii_4a": true, "iii_exits": [{"point": "4a", "reason": "none", "basis": "text"}]}

test_a_rejected_filter_names_the_facts if {
	[note] := notes.notes with input as given.described("2026-11-22", object.union(_filter, {"performs_profiling": true}))
	note.facts == ["performs_profiling"]
}

test_a_note_about_the_first_placing_names_its_dates if {
	answers := {"role_provider": true, "iii_4a": true, "placed_on_market_date": dates.day("2026-10-01")}
	found := notes.notes with input as given.described("2027-01-01", answers)
	some note in found
	note.code == "legacy-cut-off"
	note.facts == ["placed_on_market_date", "put_into_service_date", "type_first_placed_date"]
}
