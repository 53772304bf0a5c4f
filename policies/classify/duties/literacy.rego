# METADATA
# title: Literacy, bias data and Art. 5 (Chapters I and II)
# description: The prohibitions hold as classify.prohibited finds them; here they read the scope after the open-source exclusion.
package aiact.classify.chapter.literacy

import data.aiact.classify.derived.known
import data.aiact.classify.exceptions
import data.aiact.classify.prohibited
import data.aiact.lib.logic

when := {
	# Art. 4(1)
	"AIA-4-1": logic.all([
		known.in_scope,
		logic.no(known.hr_annex_i_b_only),
		logic.any([known.role_provider, known.role_deployer]),
	]),
	# Art. 4a(1)
	"AIA-4A-1": logic.all([known.role_provider, known.high_risk, known.special_category_bias_processing]),
	# Art. 4a(2)
	"AIA-4A-2": logic.all([
		known.special_category_bias_processing,
		logic.any([known.role_provider, known.role_deployer, known.role_gpai_provider]),
	]),
	# Art. 5(1)(a)
	"AIA-5-1-a": logic.all([known.in_scope, prohibited.practice.a]),
	# Art. 5(1)(b)
	"AIA-5-1-b": logic.all([known.in_scope, prohibited.practice.b]),
	# Art. 5(1)(ba), 5(1a), 5(1b)
	"AIA-5-1-ba": logic.all([known.in_scope, prohibited.practice.ba]),
	# Art. 5(1)(bb), 5(1a)
	"AIA-5-1-bb": logic.all([known.in_scope, prohibited.practice.bb]),
	# Art. 5(1a)(a)(ii)
	"AIA-5-1A-SAFE": logic.all([
		known.role_provider,
		known.in_scope,
		logic.any([known.generates_visual_audio_of_persons, known.generates_visual_depictions]),
		logic.any([
			known.ncii_intended_purpose,
			known.csam_intended_purpose,
			known.ncii_foreseeable_reproducible,
			known.csam_foreseeable_reproducible,
		]),
	]),
	# Art. 5(1)(c)
	"AIA-5-1-c": logic.all([known.in_scope, prohibited.practice.c]),
	# Art. 5(1)(d)
	"AIA-5-1-d": logic.all([known.in_scope, prohibited.practice.d]),
	# Art. 5(1)(e)
	"AIA-5-1-e": logic.all([known.in_scope, prohibited.practice.e]),
	# Art. 5(1)(f)
	"AIA-5-1-f": logic.all([known.in_scope, prohibited.practice.f]),
	# Art. 5(1)(g)
	"AIA-5-1-g": logic.all([known.in_scope, prohibited.practice.g]),
	# Art. 5(1)(h)
	"AIA-5-1-h": logic.all([known.in_scope, prohibited.practice.h]),
	# Art. 5(2)
	"AIA-5-2": _real_time_use_permitted,
	# Art. 5(3)
	"AIA-5-3": _real_time_use_permitted,
	# Art. 5(4)
	"AIA-5-4": _real_time_use_permitted,
	# The classification is recorded.
	"CTL-CLASS": known.in_scope,
	# Art. 5 is screened.
	"CTL-5-SCREEN": known.in_scope,
	# A claimed exception to Art. 5 is proven.
	"CTL-5-EXC": exceptions.claimed,
	# The same for Art. 5(1)(ba), (bb).
	"CTL-5-EXC-NEW": exceptions.claimed_2026,
}

# Art. 5(1)(h), (2)-(7)
_real_time_use_permitted := logic.all([
	known.role_deployer, known.realtime_rbi_le, known.p5h_objective_met, known.p5h_national_law,
])
