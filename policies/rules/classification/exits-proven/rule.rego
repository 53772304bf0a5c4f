# METADATA
# title: A claimed way out of the Act is proven
# description: >-
#   An exclusion of Article 2 or a carve-out from Annex III is the operator's own declaration. It warns while its proof is missing or while
#   it rests on draft guidance alone.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 2", "Art. 6(2)", "Annex III"]
#   obligations: []
#   due: any
#   severity: warning
#   evidence: []
#   remediation: >-
#     Add the document that shows the exit on the facts of this system, or withdraw the claim.
package aiact.rules.classification["exits-proven"]

import data.aiact.classify.exits
import data.aiact.lib.evidence

applicable := "yes"

default satisfied := false

satisfied if count(_open) == 0

# Exceptions to Art. 5 and Art. 50 and the conclusion under Art. 6(3) have rules of their own.
_elsewhere(fact) if {
	some group in ["t_", "ncii_", "csam_", "art6_3_"]
	startswith(fact, group)
}

_elsewhere(fact) if {
	startswith(fact, "p5")
	fact != "p5f_personal_training_only"
}

elements := [_element(exit) | some exit in exits.exits; not _elsewhere(exit.fact)]

_element(exit) := object.union(evidence.element(_name(exit), "insufficient", {}), {"note": "rests on guidance alone"}) if {
	_guidance(exit)
} else := object.union(evidence.element(_name(exit), _proof(exit), {}), {"note": "proof of the exit"})

_guidance(exit) if exit.basis == "draft_guideline"

_guidance(exit) if exit.fact == "p5f_personal_training_only"

_proof(exit) := exit.state if is_string(exit.state)

_proof(exit) := "missing" if not is_string(exit.state)

_name(exit) := sprintf("Annex III %s %s", [exit.point, exit.reason]) if {
	is_string(exit.point)
} else := exit.fact

_open := [one | some one in elements; one.state != "present"]

reasons := evidence.told(elements)
