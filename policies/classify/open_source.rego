# METADATA
# title: Free and open-source systems (Art. 2(12))
# description: >-
#   The last test of scope: free and open-source systems are outside the Act unless they are high-risk or fall under Art. 5 or Art. 50. Models
#   have their own rule (Art. 53(2)).
package aiact.classify.open_source

import data.aiact.classify.facts
import data.aiact.classify.gpai
import data.aiact.classify.prohibited
import data.aiact.classify.risk
import data.aiact.classify.scope
import data.aiact.classify.transparency

default excluded := false

excluded if {
	facts.f.x_foss == true
	scope.ai_system
	not gpai.model
	not risk.high_risk
	not prohibited.hit
	not transparency.triggered
}

default in_scope := false

in_scope if {
	scope.before_open_source
	not excluded
}
