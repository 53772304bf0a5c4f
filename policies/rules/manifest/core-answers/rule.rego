# METADATA
# title: The core questions are answered
# description: >-
#   Roles, scope, Article 5, Annex I, Annex III, profiling and the triggers of Article 50 decide the class. Silence must not beat honesty,
#   so a missing answer blocks; an admitted open question with an owner does not.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 3, 6, 25, 50, 51"]
#   obligations: [CTL-CLASS]
#   due: literacy
#   severity: error
#   evidence: []
#   remediation: >-
#     Answer the question in the manifest, or write {undetermined: who answers it}.
package aiact.rules.manifest["core-answers"]

import data.aiact.classify.core
import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("CTL-CLASS")

default satisfied := false

satisfied if count(core.core) == 0

elements := [object.union(evidence.element(fact, "missing", {}), {"note": _question(fact)}) | some fact in core.core]

_question(fact) := object.get(object.get(data.law.facts, fact, {}), "meaning", fact)

reasons contains sprintf("%s is not answered: %s.", [one.ref, one.note]) if some one in elements
