package aiact.lib.dates_test

import data.aiact.lib.dates

test_there_and_back if {
	every iso in ["1970-01-01", "2024-02-29", "2027-12-02", "2028-08-02", "2030-12-31"] {
		dates.iso(dates.day(iso)) == iso
	}
}

test_days_of_the_law if {
	dates.day("1970-01-01") == 0
	dates.day("2027-12-02") == 21154
	dates.never > dates.day("2200-01-01")
}

test_days_beyond_what_can_be_counted_are_named_by_their_number if {
	dates.iso(0) == "1970-01-01"
	dates.iso(106750) == "2262-04-10"
	dates.iso(106751) == "day 106751"
	dates.iso(-719162) == "day -719162"
}
