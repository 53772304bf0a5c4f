package aiact.classify.gpai_test

import data.aiact.classify.given_test as given
import data.aiact.classify.gpai
import data.aiact.lib.dates

_model(answers) := given.only(object.union({"gpai_model": true, "role_gpai_provider": true}, answers))

test_model_and_provider if {
	gpai.model with input as _model({})
	gpai.provider with input as _model({})
	not gpai.model with input as given.only({"role_gpai_provider": true})
	not gpai.model with input as _model({"gpai_significant_generality": false})
	not gpai.provider with input as given.only({"gpai_model": true})
}

test_one_third_of_the_original if {
	gpai.modifier_is_provider == null with input as _model({})
	gpai.modifier_is_provider == false with input as _model({"modification_flop": 1e25, "original_flop": 3e25})
	gpai.modifier_is_provider == true with input as _model({"modification_flop": 1.1e25, "original_flop": 3e25})
	not gpai.model with input as _model({"modification_flop": 1e20, "original_flop": 3e25})
}

test_the_threshold_stands_in_for_an_unknown_original if {
	gpai.modifier_is_provider == true with input as _model({"modification_flop": 3.4e22})
	gpai.modifier_is_provider == false with input as _model({"modification_flop": 3.3e22})
	risky := {"original_model_systemic_risk": true}
	gpai.modifier_is_provider == false with input as _model(object.union(risky, {"modification_flop": 3.3e24}))
	gpai.modifier_is_provider == true with input as _model(object.union(risky, {"modification_flop": 3.4e24}))
}

test_systemic_risk_strictly_above_the_threshold if {
	not gpai.systemic_risk with input as _model({"training_flop": 1e25})
	gpai.systemic_risk with input as _model({"training_flop": 1.01e25})
	gpai.systemic_risk with input as _model({"high_impact_capabilities": true})
	gpai.systemic_risk with input as _model({"commission_designated": true})
	gpai.systemic_risk with input as _model({"modification_flop": 4e24, "original_model_systemic_risk": true})
	not gpai.systemic_risk with input as given.only({"training_flop": 3e25})
}

test_open_source_relief if {
	free := {"foss_licence_full": true, "foss_weights_public": true}
	gpai.open_source with input as _model(free)
	not gpai.open_source with input as _model(object.union(free, {"foss_monetised": true}))
	not gpai.open_source with input as _model(object.union(free, {"foss_weights_public": false}))
}

test_placed_before_chapter_v if {
	gpai.placed_before_chapter_v with input as _model({"placed_on_market_date": dates.day("2025-08-01")})
	not gpai.placed_before_chapter_v with input as _model({"placed_on_market_date": dates.day("2025-08-02")})
}

test_only_a_general_purpose_model_has_a_systemic_risk if {
	not gpai.systemic_risk with input as given.only({"gpai_model": false, "training_flop": 2e25})
	inherited := {"original_model_systemic_risk": true, "modification_flop": 1.1e25, "original_flop": 3e25}
	gpai.systemic_risk with input as _model(inherited)
	not gpai.systemic_risk with input as given.only(object.union(inherited, {"gpai_model": false}))
}
