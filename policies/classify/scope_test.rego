package aiact.classify.scope_test

import data.aiact.classify.given_test as given
import data.aiact.classify.scope

test_unknown_elements_count_as_true if {
	scope.ai_system with input as given.only({})
	scope.nexus with input as given.only({})
	scope.before_open_source with input as given.only({})
}

test_each_element_of_the_definition if {
	every name in ["c_machine_based", "c_autonomy", "c_infers", "c_output_influences"] {
		not scope.ai_system with input as given.only({name: false})
	}
	not scope.ai_system with input as given.only({"c_excluded_technique": true})
	not scope.before_open_source with input as given.only({"c_infers": false})
}

test_a_model_is_regulated_without_being_a_system if {
	scope.before_open_source with input as given.only({"c_infers": false, "gpai_model": true})
}

_no_link := {"eu_placed_or_service": false, "eu_deployer": false, "eu_output_used": false, "eu_other_operator": false}

test_every_link_to_the_union if {
	not scope.nexus with input as given.only(_no_link)
	every name, _ in _no_link {
		scope.nexus with input as given.only(object.union(_no_link, {name: true}))
	}
	scope.nexus with input as given.only(object.union(_no_link, {"x_premarket_rnd": true}))
}

test_exclusions if {
	every name in ["x_military", "x_third_country_le", "x_scientific_sole"] {
		not scope.before_open_source with input as given.only({name: true})
		scope.before_open_source with input as given.only({name: false})
	}
}

test_personal_use if {
	not scope.before_open_source with input as given.only({"x_personal_use": true, "role_deployer": true})
	scope.before_open_source with input as given.only({"x_personal_use": true, "role_provider": true})
}

test_any_role_of_business_defeats_personal_use if {
	every role in [
		"role_provider", "role_prospective_provider", "role_importer", "role_distributor", "role_authorised_rep",
		"role_product_manufacturer", "role_gpai_provider", "role_third_party_supplier",
	] {
		scope.before_open_source with input as given.only({"x_personal_use": true, role: true})
	}
}
