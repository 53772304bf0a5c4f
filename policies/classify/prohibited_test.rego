package aiact.classify.prohibited_test

import data.aiact.classify.duties.when
import data.aiact.classify.given_test as given
import data.aiact.classify.prohibited

_elements := {
	"a": {"p5a_technique": true, "p5a_distortion": true, "p5a_significant_harm": true},
	"b": {"p5b_exploits_vulnerability": true, "p5b_distortion": true, "p5b_significant_harm": true},
	"c": {"p5c_scoring_over_time": true, "p5c_unrelated_context": true},
	"d": {"p5d_crime_risk_prediction": true, "p5d_solely_profiling": true},
	"e": {"p5e_face_db_scraping": true},
	"f": {"emotion_recognition": true, "p5f_workplace_or_education": true},
	"g": {"biometric_categorisation": true, "p5g_sensitive_inference": true},
	"h": {"realtime_rbi_le": true},
	"ba": {
		"generates_visual_audio_of_persons": true, "output_identifiable_persons": true,
		"ncii_intended_purpose": true, "ncii_used_for_purpose": true,
	},
	"bb": {"generates_visual_depictions": true, "csam_intended_purpose": true, "csam_used_for_purpose": true},
}

_used(iso, answers) := given.described(iso, object.union({"role_deployer": true}, answers))

test_each_practice_from_its_date if {
	every letter, answers in _elements {
		prohibited.hits == [letter] with input as _used("2026-12-02", answers)
		not prohibited.hit with input as _used("2025-02-01", answers)
	}
}

test_the_new_practices_wait_for_december_2026 if {
	every letter in ["ba", "bb"] {
		not prohibited.hit with input as _used("2026-12-01", _elements[letter])
		prohibited.practice[letter] == true with input as _used("2026-12-01", _elements[letter])
		prohibited.since(letter) == prohibited.new_since
	}
	prohibited.since("a") < prohibited.new_since
}

test_each_element_is_needed if {
	every answers in _elements {
		every name, _ in object.remove(answers, ["ncii_intended_purpose", "csam_intended_purpose"]) {
			not prohibited.hit with input as _used("2027-01-01", object.union(answers, {name: false}))
		}
	}
}

test_unknown_is_neither if {
	every letter in ["a", "b", "c", "d", "e", "f", "g", "h", "ba", "bb"] {
		prohibited.practice[letter] == null with input as given.only({"role_deployer": true, "role_provider": true})
	}
}

test_exceptions if {
	every case in [
		["f", {"p5f_medical_or_safety": true}],
		["f", {"p5f_personal_training_only": true}],
		["g", {"p5g_labelling_exception": true}],
		["h", {"p5h_objective_met": true, "p5h_national_law": true}],
		["ba", {"ncii_consent_ensured": true}],
		["ba", {"ncii_5_1b_only": true}],
		["bb", {"csam_without_right_defence": true}],
	] {
		not prohibited.hit with input as _used("2027-01-01", object.union(_elements[case[0]], case[1]))
	}
	half := object.union(_elements.h, {"p5h_objective_met": true})
	prohibited.hit with input as _used("2027-01-01", half)
}

_supplied(answers) := given.described("2027-01-01", object.union(
	{
		"role_provider": true, "generates_visual_audio_of_persons": true, "output_identifiable_persons": true,
	},
	answers,
))

test_supply_with_purpose_or_without_safeguards if {
	prohibited.hits == ["ba"] with input as _supplied({"ncii_intended_purpose": true})
	prohibited.hits == ["ba"] with input as _supplied({"ncii_foreseeable_reproducible": true})
	not prohibited.hit with input as _supplied({"ncii_foreseeable_reproducible": true, "ncii_safeguards_adequate": true})
	prohibited.hits == ["bb"] with input as _supplied({"csam_foreseeable_reproducible": true})
	not prohibited.hit with input as _supplied({"csam_foreseeable_reproducible": true, "csam_safeguards_adequate": true})
	not prohibited.hit with input as _supplied({"ncii_used_for_purpose": true})
}

test_neither_realism_nor_a_person_is_needed_for_child_abuse if {
	answers := {"output_identifiable_persons": false, "csam_intended_purpose": true}
	prohibited.hits == ["bb"] with input as _supplied(answers)
	spared := object.union(answers, {"ncii_5_1b_only": true})
	prohibited.hits == ["bb"] with input as _supplied(spared)
}

test_only_who_places_or_uses_is_addressed if {
	seller := given.described("2026-11-22", {"role_distributor": true, "p5e_face_db_scraping": true})
	not prohibited.addressed with input as seller
	not prohibited.hit with input as seller
	prohibited.hit with input as given.described("2026-11-22", {"role_importer": true, "p5e_face_db_scraping": true})
}

test_other_reading_of_the_start if {
	answers := object.union({"role_deployer": true}, _elements.ba)
	early := given.system("2026-07-27", answers, {}, {"U12": "strict"})
	prohibited.hit with input as early
	not prohibited.hit with input as given.system("2026-07-26", answers, {}, {"U12": "strict"})
	not prohibited.hit with input as given.on("2026-07-27", answers)
}

test_the_duty_follows if {
	when["AIA-5-1-e"] == true with input as _used("2026-11-22", _elements.e)
	when["AIA-5-1-e"] == false with input as _used("2026-11-22", {})
}
