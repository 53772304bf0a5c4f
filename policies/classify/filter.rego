# METADATA
# title: The filter of Art. 6(3)
# description: >-
#   A listed system is not high-risk only if its provider concludes so, one of the conditions (a)-(d) holds, and there is neither a significant
#   risk nor a material influence (U4: both are asked for). Profiling of natural persons defeats it, and so does not knowing.
package aiact.classify.filter

import data.aiact.classify.facts

default condition_met := false

condition_met if true in [facts.f.f_a, facts.f.f_b, facts.f.f_c, facts.f.f_d]

default claimed := false

claimed if facts.f.art6_3_claimed == true

default holds := false

holds if {
	claimed
	condition_met
	facts.f.f_no_significant_risk == true
	facts.f.f_no_material_influence == true
	facts.f.performs_profiling == false
	facts.f.part_of_larger_system != true
}
