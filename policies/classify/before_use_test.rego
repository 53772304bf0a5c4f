package aiact.classify.before_use_test

import data.aiact.classify.duty
import data.aiact.classify.given_test as given
import data.aiact.lib.dates

_planned(as_of, registered) := given.described(as_of, {
	"role_deployer": true,
	"iii_5a": true,
	"public_authority_deployer": true,
	"planned_placing_date": dates.day("2028-03-10"),
	"system_registered_by_provider": registered,
})

test_a_missing_entry_forbids_the_planned_use if {
	entries := duty.obligations with input as _planned("2028-03-01", false)
	entries["AIA-26-8"].timing == "in_force"
	entries["AIA-26-8"].due == dates.day("2027-12-02")
	entries["AIA-26-1"].due == dates.day("2028-03-10")
}

test_nothing_is_forbidden_before_the_date_of_the_class if {
	entries := duty.obligations with input as _planned("2027-12-01", false)
	entries["AIA-26-8"].timing == "upcoming"
}

test_an_entry_lets_the_duty_wait_for_the_use if {
	entries := duty.obligations with input as _planned("2028-03-01", true)
	entries["AIA-26-8"].due == dates.day("2028-03-10")
}
