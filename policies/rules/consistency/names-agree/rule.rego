# METADATA
# title: Documents are about this system
# description: >-
#   Name, version, provider, intended purpose and the days of placing read the same in the manifest, in the head of each document, in the
#   declaration of conformity and in the registration, and no document is from a day to come. A document about another system proves nothing for
#   this one: a section of the declaration or the registration that has to name it and does not leaves its element unanswered as well.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Annex V", "Annex VIII", "Annex IV 1(a)"]
#   obligations: []
#   due: any
#   severity: warning
#   evidence: []
#   remediation: >-
#     Correct the document or the manifest, so that both name the same system, version, provider, purpose and days.
package aiact.rules.consistency["names-agree"]

import data.aiact.lib.agreement
import data.aiact.lib.evidence

applicable := "yes"

default satisfied := false

satisfied if count(elements) == 0

elements := array.concat(_named, agreement.dates)

_named := [object.union(evidence.element(row.about, "inconsistent", row), {"note": agreement.told(row)}) |
	some row in agreement.differs
]

reasons contains sprintf("%s: %s: %s.", [one.file, replace(one.ref, "_", " "), one.note]) if some one in elements
