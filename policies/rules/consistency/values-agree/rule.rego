# METADATA
# title: Documents state the measured values
# description: >-
#   A number behind the name of a metric in the technical documentation, the declaration or the registration is one of its measured values or
#   thresholds, rounded as it is written. The instructions for use are held to it by their own duty (Art. 15(3)).
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Annex IV 2(g)", "Annex IV 3"]
#   obligations: []
#   due: any
#   severity: warning
#   evidence: [evidence.accuracy-robustness]
#   remediation: >-
#     Correct the number in the document, or point evidence.accuracy-robustness.metrics at the values of this release.
package aiact.rules.consistency["values-agree"]

import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := "yes" if is_array(_stated)

applicable := "no" if {
	is_object(input.facts)
	not is_array(_stated)
}

default satisfied := false

satisfied if count(elements) == 0

elements := [object.union(evidence.element(row.evidence, "inconsistent", row), {"note": _told(row)}) | some row in _rows]

_rows := _stated if {
	is_array(_stated)
} else := []

_stated := object.get(object.get(evidence.values("accuracy-robustness"), "metrics", {}), "others_disagree", null)

_told(row) := sprintf("states %v for %s, which is no measured value of it", [row.stated, row.metric])

reasons contains sprintf("%s:%d %s.", [one.file, one.line, one.note]) if some one in elements
