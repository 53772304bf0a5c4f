# METADATA
# title: Class names
# description: >-
#   The classes of the system; several may hold at once, prohibited and out_of_scope stand alone, minimal means in scope and none of the others.
package aiact.classify.classes

import data.aiact.classify.gpai
import data.aiact.classify.open_source
import data.aiact.classify.prohibited
import data.aiact.classify.risk
import data.aiact.classify.transparency

classes := ["prohibited"] if {
	prohibited.hit
} else := ["out_of_scope"] if {
	not open_source.in_scope
} else := _held if {
	count(_held) > 0
} else := ["minimal"]

_held := [name |
	some [name, holds] in [
		["high_risk_annex_iii", risk.hr_annex_iii],
		["annex_iii_derogated", risk.filtered],
		["high_risk_annex_i", _annex_i],
		["transparency", owes_transparency],
		["gpai", _gpai],
		["gpai_systemic", gpai.systemic_risk],
	]
	holds
]

default _annex_i := false

_annex_i if risk.hr_annex_i_a

_annex_i if risk.section_b_only

# One of Art. 50(1)-(4) is due for a declared role; 50(5) alone is not enough.
default owes_transparency := false

owes_transparency if {
	open_source.in_scope
	count(transparency.owes) > 0
}

default _gpai := false

_gpai if {
	gpai.model
	not gpai.systemic_risk
}
