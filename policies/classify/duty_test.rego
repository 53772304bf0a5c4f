package aiact.classify.duty_test

import data.aiact.classify.disputes
import data.aiact.classify.duties.when
import data.aiact.classify.duty
import data.aiact.classify.given_test as given
import data.aiact.lib.dates

_no(answers) := given.described("2026-11-22", object.union({"role_provider": true}, answers))

test_every_obligation_has_an_answer if {
	object.keys(when) == object.keys(data.law.obligations) with input as given.only({})
	every id, _ in data.law.obligations {
		duty.applies(id) in {"yes", "no", "undetermined"} with input as given.only({})
	}
}

test_an_unknown_id_has_none if {
	not duty.applies("AIA-0-0") with input as given.only({})
}

test_yes_no_undetermined if {
	duty.applies("AIA-9-1") == "yes" with input as _no({"iii_4a": true})
	duty.applies("AIA-9-1") == "no" with input as _no({})
	answers := {"role_provider": true, "role_deployer": false, "iii_4a": true}
	duty.applies("AIA-10-2") == "undetermined" with input as given.only(answers)
	duty.obligations["AIA-10-2"].open == ["trains_models"] with input as given.only(answers)
}

test_a_question_that_cannot_matter_is_a_no if {
	duty.applies("AIA-25-1") == "no" with input as given.only({"role_provider": true, "iii_4a": false})
	duty.applies("AIA-25-1") == "undetermined" with input as given.only({"role_provider": true, "iii_4a": true})
}

test_standing_until_the_event if {
	duty.obligations["AIA-20-1"].standing == true with input as _no({"iii_4a": true})
	duty.obligations["AIA-20-1"].standing == false with input as _no({"iii_4a": true, "event_nonconformity": true})
	duty.obligations["AIA-9-1"].standing == false with input as _no({"iii_4a": true})
}

test_prohibitions_have_their_own_dates if {
	planned := {"planned_placing_date": dates.day("2028-01-01"), "p5e_face_db_scraping": true}
	duty.obligations["AIA-5-1-e"].timing == "in_force" with input as _no(planned)
}

test_representative_where_only_the_output_comes_here if {
	answers := {"iii_4a": true, "provider_established_in_eu": false, "eu_placed_or_service": false, "eu_output_used": true}
	duty.obligations["AIA-22-1"].warn_only == true with input as _no(answers)
	sold := object.union(answers, {"made_available_on_union_market": true})
	duty.obligations["AIA-22-1"].warn_only == false with input as _no(sold)
}

_vehicle := {
	"a1_acts": [{"act": 18}], "a1_is_product": true, "a1_third_party_required": true,
	"interacts_with_persons": true, "p5e_face_db_scraping": true,
}

test_section_b_is_screened_with_warnings if {
	entries := duty.obligations with input as _no(_vehicle)
	every id in ["AIA-5-1-e", "AIA-50-1"] {
		entries[id].warn_only == true
		entries[id].disputed == "U7"
	}
	calm := object.union(_vehicle, {"p5e_face_db_scraping": false})
	duty.applies("AIA-4-1") == "no" with input as _no(calm)
	duty.obligations["AIA-50-1"].warn_only == true with input as _no(calm)
}

test_section_b_strictly_or_with_annex_iii if {
	answers := object.union({"role_provider": true, "eu_deployer": true}, _vehicle)
	strict := given.system("2026-11-22", answers, {}, {"U7": "strict"})
	disputes.warn_only & {"AIA-5-1-e", "AIA-50-1"} == set() with input as strict
	calm := object.union(answers, {"p5e_face_db_scraping": false})
	"AIA-50-1" in disputes.warn_only with input as given.on("2026-11-22", calm)
	not "AIA-50-1" in disputes.warn_only with input as given.system("2026-11-22", calm, {}, {"U7": "strict"})
	listed := object.union(answers, {"iii_2": true, "p5e_face_db_scraping": false})
	not disputes.readings["AIA-50-1"] with input as _no(listed)
}

test_marking_of_an_in_house_system if {
	answers := {"generates_synthetic_content": true, "put_into_service_date": dates.day("2026-08-01")}
	entry := duty.obligations["AIA-50-2"] with input as _no(answers)
	entry.warn_only == true
	entry.disputed == "U3"
	entry.timing == "in_force"
}

test_disputed_section_5 if {
	answers := {"iii_4a": true, "placed_on_market_date": dates.day("2026-09-01")}
	entries := duty.obligations with input as _no(answers)
	entries["AIA-49-1"].disputed == "U1"
	entries["AIA-9-1"].disputed == null
}

test_asked_is_what_may_have_to_be_met if {
	asked := duty.asked with input as _no({"iii_4a": true})
	asked == object.keys(duty.obligations) with input as _no({"iii_4a": true})
	"AIA-9-1" in asked
	not "AIA-53-1-A" in asked
}
