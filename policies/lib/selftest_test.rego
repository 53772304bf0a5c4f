package aiact.lib.selftest_test

import data.aiact.lib.selftest

test_known_answers if {
	selftest.answers.all == [true, null, false, true]
	selftest.answers.any == [true, null, false, false]
	selftest.answers.no == [false, true, null]
	selftest.answers.day == 21154
	selftest.answers.iso == "2027-12-02"
	selftest.answers.undefined == []
	selftest.answers.null == [true, false]
	selftest.answers.substring == ["4", "a", ""]
}
