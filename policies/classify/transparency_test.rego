package aiact.classify.transparency_test

import data.aiact.classify.given_test as given
import data.aiact.classify.transparency
import data.aiact.lib.dates

_both(answers) := given.described("2026-11-22", object.union({"role_provider": true, "role_deployer": true}, answers))

test_triggers_and_who_owes_them if {
	every case in [
		["interacts_with_persons", "t50_1_due", "role_provider"],
		["generates_synthetic_content", "t50_2_due", "role_provider"],
		["emotion_recognition", "t50_3_due", "role_deployer"],
		["biometric_categorisation", "t50_3_due", "role_deployer"],
		["outputs_deep_fakes", "t50_4_df_due", "role_deployer"],
		["publishes_public_interest_text", "t50_4_txt_due", "role_deployer"],
	] {
		transparency.owes == [case[1]] with input as given.described("2026-11-22", {case[0]: true, case[2]: true})
		transparency.owes == [] with input as given.described("2026-11-22", {case[0]: true, "role_importer": true})
		transparency.due[case[1]] == null with input as given.only({})
	}
}

test_exceptions if {
	every case in [
		["interacts_with_persons", {"t_obvious": true}],
		["interacts_with_persons", {"t_le_authorised": true}],
		["generates_synthetic_content", {"t_le_authorised": true}],
		["generates_synthetic_content", {"t_standard_editing": true}],
		["generates_synthetic_content", {"t_no_substantial_alteration": true}],
		["generates_synthetic_content", {"t_out_of_scope_output": true}],
		["generates_synthetic_content", {"t_closed_technical_output": true}],
		["generates_synthetic_content", {"t_ephemeral_realtime_with_notice": true}],
		["emotion_recognition", {"t_le_permitted_50_3": true}],
		["outputs_deep_fakes", {"t_le_authorised": true}],
		["publishes_public_interest_text", {"t_le_authorised": true}],
		["publishes_public_interest_text", {"t_editorial": true, "review_after_last_ai_edit": true}],
	] {
		transparency.owes == [] with input as _both(object.union({case[0]: true}, case[1]))
		transparency.exception_claimed with input as _both(object.union({case[0]: true}, case[1]))
		not transparency.exception_claimed with input as _both(case[1])
	}
}

test_what_defeats_an_exception if {
	every case in [
		{"interacts_with_persons": true, "t_obvious": true, "audience_vulnerable": true},
		{"interacts_with_persons": true, "t_le_authorised": true, "t_public_crime_report": true},
		{"publishes_public_interest_text": true, "t_editorial": true, "review_after_last_ai_edit": false},
		{"outputs_deep_fakes": true, "t_artistic": true},
	] {
		count(transparency.owes) == 1 with input as _both(case)
	}
}

test_content_of_before if {
	before := {"content_generated_date": dates.day("2026-08-01")}
	on := {"content_generated_date": dates.day("2026-08-02")}
	fake := {"outputs_deep_fakes": true}
	transparency.owes == [] with input as _both(object.union(fake, before))
	transparency.owes == ["t50_4_df_due"] with input as _both(object.union(fake, on))
	text := object.union({"publishes_public_interest_text": true}, before)
	transparency.owes == ["t50_4_txt_due"] with input as _both(text)
	published := object.union(text, {"content_published_date": dates.day("2026-08-01")})
	transparency.owes == [] with input as _both(published)
	later := object.union(text, {"content_published_date": dates.day("2026-08-02")})
	transparency.owes == ["t50_4_txt_due"] with input as _both(later)
}

test_triggered_for_the_open_source_exclusion if {
	not transparency.triggered with input as _both({})
	transparency.triggered with input as given.only({})
}
