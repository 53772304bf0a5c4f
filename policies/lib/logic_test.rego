package aiact.lib.logic_test

import data.aiact.lib.logic

test_all if {
	logic.all([]) == true
	logic.all([true, true]) == true
	logic.all([true, null]) == null
	logic.all([null, false]) == false
}

test_any if {
	logic.any([]) == false
	logic.any([false, true, null]) == true
	logic.any([false, null]) == null
}

test_no if {
	logic.no(true) == false
	logic.no(false) == true
	logic.no(null) == null
}
