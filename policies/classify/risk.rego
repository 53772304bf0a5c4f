# METADATA
# title: High-risk classes (Art. 6)
# description: >-
#   What is high-risk once Art. 5 has been looked at: Annex III covers permitted use only, so a prohibited practice leaves no high-risk class.
#   Section B of Annex I alone is limited to Arts 6(1), 60a, 102-112 (Art. 2(2)) and never high_risk here.
package aiact.classify.risk

import data.aiact.classify.annex_i
import data.aiact.classify.annex_iii
import data.aiact.classify.filter
import data.aiact.classify.prohibited

points := [point | some point in annex_iii.met; not prohibited.hit]

default listed := false

listed if count(points) > 0

default filtered := false

filtered if {
	listed
	filter.holds
}

default hr_annex_iii := false

hr_annex_iii if {
	listed
	not filter.holds
}

default hr_annex_i_a := false

hr_annex_i_a if {
	annex_i.section_a
	not prohibited.hit
}

default high_risk := false

high_risk if hr_annex_iii

high_risk if hr_annex_i_a

default section_b := false

section_b if {
	annex_i.section_b
	not prohibited.hit
}

default section_b_only := false

section_b_only if {
	section_b
	not high_risk
}
