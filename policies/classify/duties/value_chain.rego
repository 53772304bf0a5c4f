# METADATA
# title: Importers, distributors and the value chain (Arts 23-25)
# description: Chapter III Section 3.
package aiact.classify.chapter.value_chain

import data.aiact.classify.chapter.shared
import data.aiact.classify.derived.known
import data.aiact.lib.logic

when := {
	# Art. 23(1)
	"AIA-23-1": logic.all([known.role_importer, known.high_risk]),
	# Art. 23(2)
	"AIA-23-2": logic.all([known.role_importer, known.high_risk]),
	# Art. 23(3)
	"AIA-23-3": logic.all([known.role_importer, known.high_risk]),
	# Art. 23(4)
	"AIA-23-4": logic.all([known.role_importer, known.high_risk]),
	# Art. 23(5)
	"AIA-23-5": logic.all([known.role_importer, known.high_risk]),
	# Art. 23(6), (7)
	"AIA-23-6": logic.all([known.role_importer, known.high_risk]),
	# Art. 24(1)
	"AIA-24-1": logic.all([known.role_distributor, known.high_risk]),
	# Art. 24(2)
	"AIA-24-2": logic.all([known.role_distributor, known.high_risk]),
	# Art. 24(3)
	"AIA-24-3": logic.all([known.role_distributor, known.high_risk]),
	# Art. 24(4)
	"AIA-24-4": logic.all([known.role_distributor, known.high_risk]),
	# Art. 24(5), (6)
	"AIA-24-5": logic.all([known.role_distributor, known.high_risk]),
	# Art. 25(1)
	"AIA-25-1": logic.any([
		known.role_shift_rebrand,
		known.role_shift_substantial_modification,
		known.role_shift_purpose_change,
	]),
	# Art. 25(2)
	"AIA-25-2": logic.all([known.role_provider, known.role_shift_by_other, logic.no(known.excluded_high_risk_use_clearly)]),
	# Art. 25(3)
	"AIA-25-3": logic.all([known.role_product_manufacturer, known.hr_annex_i_a]),
	# Art. 25(4)
	"AIA-25-4": logic.any([
		logic.all([shared.provider_of_high_risk, known.uses_third_party_components]),
		logic.all([known.role_third_party_supplier, known.supplied_into_high_risk, logic.no(known.component_foss)]),
	]),
}
