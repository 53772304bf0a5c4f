# METADATA
# title: High-risk before Art. 5 is looked at
# description: >-
#   Whether the annexes alone make the system high-risk. Who became provider by Art. 25 stays it when the practice turns out to be prohibited,
#   so the roles read this and not the final class.
package aiact.classify.annexes

import data.aiact.classify.annex_i
import data.aiact.classify.annex_iii
import data.aiact.classify.filter

default would_be_high_risk := false

would_be_high_risk if annex_i.section_a

would_be_high_risk if {
	count(annex_iii.met) > 0
	not filter.holds
}

# Art. 2(2)
default section_b_alone := false

section_b_alone if {
	annex_i.section_b
	not would_be_high_risk
}
