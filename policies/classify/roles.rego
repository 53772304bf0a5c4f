# METADATA
# title: Operator roles and role shift (Arts 3(3)-(8), 25)
# description: >-
#   The roles that count. Rebranding, substantial modification or a new purpose makes a provider of a high-risk system (Art. 25(1)); so does
#   marketing an Annex I Section A component with one's product (Art. 25(3)). A prospective provider's duties are evaluated as on placing (Art. 60).
package aiact.classify.roles

import data.aiact.classify.annex_i
import data.aiact.classify.annexes
import data.aiact.classify.facts
import data.aiact.classify.gpai
import data.aiact.classify.placing

default shifted := false

shifted if {
	annexes.would_be_high_risk
	true in [
		facts.f.role_shift_rebrand,
		facts.f.role_shift_substantial_modification,
		facts.f.role_shift_purpose_change,
	]
}

default provider := false

provider if facts.f.role_provider == true

provider if placing.prospective

provider if shifted

provider if {
	facts.f.role_product_manufacturer == true
	annex_i.section_a
}

# Art. 2(10), 3(4)
default deployer := false

deployer if {
	facts.f.role_deployer == true
	facts.f.x_personal_use != true
}

_held := {
	"provider": provider,
	"deployer": deployer,
	"importer": facts.f.role_importer,
	"distributor": facts.f.role_distributor,
	"authorised_representative": facts.f.role_authorised_rep,
	"product_manufacturer": facts.f.role_product_manufacturer,
	"gpai_provider": gpai.provider,
	"third_party_supplier": facts.f.role_third_party_supplier,
	"prospective_provider": placing.prospective,
}

held := [role | some role, value in _held; value == true]
