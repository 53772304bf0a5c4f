# METADATA
# title: Transparency (Art. 50)
# description: Chapter IV.
package aiact.classify.chapter.transparency

import data.aiact.classify.derived.known
import data.aiact.lib.logic

when := {
	# Art. 50(1)
	"AIA-50-1": logic.all([known.role_provider, known.in_scope, known.t50_1_due]),
	# Art. 50(2)
	"AIA-50-2": logic.all([known.role_provider, known.in_scope, known.t50_2_due]),
	# Art. 50(2) 2nd sentence
	"AIA-50-2-Q": logic.all([known.role_provider, known.in_scope, known.t50_2_due]),
	# Art. 50(3)
	"AIA-50-3": logic.all([known.role_deployer, known.in_scope, known.t50_3_due]),
	# Art. 50(4) 1st subparagraph
	"AIA-50-4-DF": logic.all([known.role_deployer, known.in_scope, known.t50_4_df_due]),
	# Art. 50(4) 2nd subparagraph
	"AIA-50-4-TXT": logic.all([known.role_deployer, known.in_scope, known.t50_4_txt_due]),
	# Art. 50(5)
	"AIA-50-5": logic.all([
		known.in_scope,
		logic.any([
			logic.all([known.role_provider, logic.any([known.t50_1_due, known.t50_2_due])]),
			logic.all([known.role_deployer, logic.any([known.t50_3_due, known.t50_4_df_due, known.t50_4_txt_due])]),
		]),
	]),
	# Art. 50(1)-(4) exceptions
	"AIA-50-EXC": logic.all([known.in_scope, known.t50_exception_claimed]),
}

# Disputed on these facts: missing evidence warns.
warn_only := {
	"AIA-50-1": known.hr_annex_i_b_only,
	"AIA-50-2": logic.any([known.hr_annex_i_b_only, known.art50_2_disputed]),
	"AIA-50-2-Q": logic.any([known.hr_annex_i_b_only, known.art50_2_disputed]),
	"AIA-50-3": known.hr_annex_i_b_only,
	"AIA-50-4-DF": known.hr_annex_i_b_only,
	"AIA-50-4-TXT": known.hr_annex_i_b_only,
	"AIA-50-5": known.hr_annex_i_b_only,
}
