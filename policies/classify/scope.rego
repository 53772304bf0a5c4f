# METADATA
# title: AI system and scope (Arts 2 and 3(1))
# description: >-
#   Is it an AI system or a general-purpose model, is there a link to the Union, does an exclusion hold. An unknown element counts as true, an
#   unknown exclusion as not claimed. The open-source exclusion comes later (open_source), because it yields to the classes (Art. 2(12)).
package aiact.classify.scope

import data.aiact.classify.facts
import data.aiact.classify.gpai
import data.aiact.classify.placing

# Art. 3(1), guidelines C(2025) 5053
default ai_system := false

ai_system if {
	not false in [facts.f.c_machine_based, facts.f.c_autonomy, facts.f.c_infers, facts.f.c_output_influences]
	facts.f.c_excluded_technique != true
}

# Art. 2(1)
default nexus := false

nexus if placing.premarket

nexus if {
	some link in links
	facts.f[link] != false
}

links := ["eu_placed_or_service", "eu_deployer", "eu_output_used", "eu_other_operator"]

# Art. 2(3), (4), (6): military, third-country cooperation, sole scientific research.
exclusions := [name | some name in ["x_military", "x_third_country_le", "x_scientific_sole"]; facts.f[name] == true]

# Art. 2(10), 3(4): a natural person in a personal activity is no deployer; with no other role nothing is left.
default personal_only := false

personal_only if {
	facts.f.x_personal_use == true
	not true in [facts.f[role] | some role in _roles_of_business]
}

_roles_of_business := [
	"role_provider", "role_prospective_provider", "role_importer", "role_distributor", "role_authorised_rep",
	"role_product_manufacturer", "role_gpai_provider", "role_third_party_supplier",
]

default regulated := false

regulated if ai_system

regulated if gpai.model

# Scope before Art. 2(12): what classes, Art. 5 and Art. 50 are tested with.
default before_open_source := false

before_open_source if {
	regulated
	nexus
	count(exclusions) == 0
	not personal_only
}
