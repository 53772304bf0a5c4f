# METADATA
# title: General-purpose models (Arts 52-55, 91-93)
# description: Chapter V and the powers over it.
package aiact.classify.chapter.gpai

import data.aiact.classify.chapter.shared
import data.aiact.classify.derived.known
import data.aiact.lib.logic

when := {
	# Art. 52(1), (2)
	"AIA-52-1": logic.all([
		shared.provider_of_model,
		logic.any([
			known.training_flop_gt_1e25,
			known.high_impact_capabilities,
			logic.all([known.gpai_modifier_is_provider, known.original_model_systemic_risk]),
		]),
	]),
	# Art. 53(1)(a), Annex XI Section 1
	"AIA-53-1-A": logic.all([shared.provider_of_model, logic.no(_open_source_relief)]),
	# Annex XI Section 2
	"AIA-53-1-A-SR": logic.all([shared.provider_of_model, known.systemic_risk]),
	# Art. 53(1)(b), Annex XII
	"AIA-53-1-B": logic.all([shared.provider_of_model, logic.no(_open_source_relief)]),
	# Art. 53(1)(c)
	"AIA-53-1-C": shared.provider_of_model,
	# Art. 53(1)(d)
	"AIA-53-1-D": shared.provider_of_model,
	# Art. 53(3)
	"AIA-53-3": shared.provider_of_model,
	# Arts 53(4), 55(2)
	"AIA-53-4": logic.all([shared.provider_of_model, logic.no(known.gpai_code_signatory)]),
	# Art. 54(1), (2)
	"AIA-54-1": logic.all([shared.provider_of_model, logic.no(known.provider_established_in_eu), logic.no(_open_source_relief)]),
	# Art. 54(3)-(5)
	"AIA-54-3": logic.all([known.role_authorised_rep, known.gpai_model, logic.no(_open_source_relief)]),
	# Art. 55(1)(a)
	"AIA-55-1-A": logic.all([shared.provider_of_model, known.systemic_risk]),
	# Art. 55(1)(b)
	"AIA-55-1-B": logic.all([shared.provider_of_model, known.systemic_risk]),
	# Art. 55(1)(c)
	"AIA-55-1-C": logic.all([shared.provider_of_model, known.systemic_risk]),
	# Art. 55(1)(d)
	"AIA-55-1-D": logic.all([shared.provider_of_model, known.systemic_risk]),
	# Art. 91(5)
	"AIA-91-5": shared.provider_of_model,
	# Art. 92(3), (5)
	"AIA-92-5": shared.provider_of_model,
	# Art. 93(1), (3)
	"AIA-93-1": shared.provider_of_model,
}

# Art. 53(2), 54(6): never with systemic risk.
_open_source_relief := logic.all([known.foss_model_exempt, logic.no(known.systemic_risk)])
