package aiact.classify.roles_test

import data.aiact.classify.given_test as given
import data.aiact.classify.roles

test_as_declared if {
	roles.held == [] with input as given.only({})
	sort(roles.held) == ["deployer", "provider"] with input as given.only({"role_provider": true, "role_deployer": true})
	every name, role in {
		"role_importer": "importer",
		"role_distributor": "distributor",
		"role_authorised_rep": "authorised_representative",
		"role_product_manufacturer": "product_manufacturer",
		"role_third_party_supplier": "third_party_supplier",
	} {
		roles.held == [role] with input as given.only({name: true})
	}
}

test_shift_only_to_a_high_risk_system if {
	every name in ["role_shift_rebrand", "role_shift_substantial_modification", "role_shift_purpose_change"] {
		roles.provider with input as given.only({"role_deployer": true, name: true, "iii_4a": true})
		not roles.provider with input as given.only({"role_deployer": true, name: true, "iii_4a": false})
	}
}

test_a_shift_survives_a_prohibition if {
	answers := {"role_deployer": true, "role_shift_rebrand": true, "iii_4a": true, "p5e_face_db_scraping": true}
	roles.provider with input as given.only(answers)
}

test_product_manufacturer if {
	maker := {"role_product_manufacturer": true, "a1_is_product": true, "a1_third_party_required": true}
	roles.provider with input as given.only(object.union(maker, {"a1_act": 11}))
	not roles.provider with input as given.only(object.union(maker, {"a1_act": 18}))
}

test_prospective_provider if {
	sort(roles.held) == ["prospective_provider", "provider"] with input as given.only({"role_prospective_provider": true})
}

test_a_person_in_private_is_no_deployer if {
	not roles.deployer with input as given.only({"role_deployer": true, "x_personal_use": true})
}
