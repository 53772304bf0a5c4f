# METADATA
# title: Generated content carries a machine-readable mark
# description: >-
#   Every kind of content the system generates has a sample, every sample a mark that says it is artificial, and people can detect it. A
#   visible badge alone is no mark.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(2)"]
#   obligations: [AIA-50-2]
#   due: marking
#   severity: error
#   evidence: [evidence.output-marking]
#   remediation: >-
#     Add a machine-readable mark to each kind of output, keep a marked sample of each, and publish a means of detection.
package aiact.rules.transparency["output-marking"]

import data.aiact.classify.duty
import data.aiact.lib.evidence
import data.aiact.lib.marking

default applicable := "undetermined"

applicable := duty.applies("AIA-50-2")

default satisfied := false

satisfied if evidence.complete(elements)

elements := array.concat(_marks, [_detection])

_marks := marking.marks("50(2)-mark") if {
	count(marking.modalities) > 0
} else := [object.union(evidence.element("50(2)-mark", "missing", {}), {"note": "no kind of generated content is declared"})]

_described := [one | some one in evidence.elements("output-marking", "AIA-50-2"); one.ref == "50(2)-detect"][0]

_detection := evidence.element("50(2)-detect", "present", _detector) if {
	_detector.state == "present"
} else := evidence.element("50(2)-detect", "present", {}) if {
	is_string(_detector.url)
} else := _described

_detector := object.get(evidence.values("output-marking"), "detector", {})

reasons := evidence.told(elements)
