# METADATA
# title: General-purpose AI models (Arts 3(63), 51, 53(2))
# description: >-
#   Who provides a general-purpose model, whether it has systemic risk, and whether the open-source relief holds. Using a model through an
#   interface does not make a provider; changing it does, above one third of the original compute (guidelines C(2025) 7719).
package aiact.classify.gpai

import data.aiact.classify.facts
import data.aiact.classify.law
import data.aiact.classify.placing

# Guidelines C(2025) 7719: null where no modification is declared.
modifier_is_provider := null if {
	facts.f.modification_flop == null
} else := facts.f.modification_flop > (_original / _share)

_share := data.law.thresholds.modification_share.value

# Unknown or zero: the threshold of the class of model stands in for the compute of the original.
_original := facts.f.original_flop if {
	is_number(facts.f.original_flop)
	facts.f.original_flop > 0
} else := data.law.thresholds.systemic_risk_flop.value if {
	facts.f.original_model_systemic_risk == true
} else := data.law.thresholds.model_flop.value

# Art. 3(63): without significant generality no general-purpose model; a modification below the line makes none.
default model := false

model if {
	facts.f.gpai_model == true
	facts.f.gpai_significant_generality != false
	modifier_is_provider != false
}

default provider := false

provider if {
	model
	true in [facts.f.role_gpai_provider, modifier_is_provider]
}

# Art. 51(2): strictly greater.
default above_threshold := false

above_threshold if {
	is_number(facts.f.training_flop)
	facts.f.training_flop > data.law.thresholds.systemic_risk_flop.value
}

# Art. 51(1): presumption, capabilities, designation; a modified model inherits the risk of its original.
default systemic_risk := false

systemic_risk if {
	model
	true in [above_threshold, facts.f.high_impact_capabilities, facts.f.commission_designated]
}

systemic_risk if {
	model
	modifier_is_provider == true
	facts.f.original_model_systemic_risk == true
}

# Art. 53(2), 54(6): free licence, public weights, not monetised.
default open_source := false

open_source if {
	facts.f.foss_licence_full == true
	facts.f.foss_weights_public == true
	facts.f.foss_monetised != true
}

# Art. 111(3)
default placed_before_chapter_v := false

placed_before_chapter_v if {
	model
	placing.first < law.gpai_before
}
