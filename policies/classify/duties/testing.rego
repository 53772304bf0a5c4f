# METADATA
# title: Sandboxes and real-world tests (Arts 57-61)
# description: Chapter VI.
package aiact.classify.chapter.testing

import data.aiact.classify.derived.known
import data.aiact.lib.logic

when := {
	# Art. 57(5), (12)
	"AIA-57-5": logic.all([known.role_provider, known.in_sandbox]),
	# Art. 59(1)
	"AIA-59-1": logic.all([known.role_provider, known.in_sandbox, known.sandbox_personal_data]),
	# Art. 60(1)-(4), Annex IX
	"AIA-60-4": logic.all([
		_tester,
		known.real_world_testing,
		logic.no(known.annex_i_b_testing),
		logic.any([known.annex_iii_listed, known.hr_annex_i_a]),
	]),
	# Art. 60(5)
	"AIA-60-5": logic.all([_tester, _real_world, _tested_class]),
	# Art. 60(7), (8)
	"AIA-60-7": logic.all([_tester, _real_world, _tested_class]),
	# Art. 61(1), (2)
	"AIA-61-1": logic.all([_tester, _real_world, _tested_class]),
	# Art. 60a
	"AIA-60A": logic.all([_tester, known.annex_i_b_testing]),
}

# Art. 60(1)
_tester := logic.any([known.role_provider, known.role_prospective_provider])

# A test under Art. 60a is a test in real-world conditions.
_real_world := logic.any([known.real_world_testing, known.annex_i_b_testing])

# Arts 60(1), 60a
_tested_class := logic.any([known.annex_i_b_testing, known.annex_iii_listed, known.hr_annex_i_a])
