# METADATA
# title: No presumption of conformity is claimed that no standard gives
# description: >-
#   Only a harmonised standard whose reference the Official Journal cites for this Regulation gives a presumption of conformity. To follow any
#   other standard is good practice and may be said; to claim the presumption is not true. In the technical documentation and the declaration such
#   a claim leaves Annex IV point 7 and Annex V point 6 unanswered, which blocks from their date on; elsewhere it warns.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# - https://single-market-economy.ec.europa.eu/single-market/european-standards/harmonised-standards_en
# custom:
#   provisions: ["Art. 40(1)", "Annex IV point 7", "Annex V point 6"]
#   obligations: []
#   due: any
#   severity: warning
#   evidence: []
#   remediation: >-
#     Say that the standard is followed without being cited, and describe the solutions by which the requirements are met.
package aiact.rules.consistency["no-false-presumption"]

import data.aiact.lib.agreement
import data.aiact.lib.evidence

applicable := "yes"

default satisfied := false

satisfied if count(elements) == 0

elements := array.concat(_written, _answered)

_written := [object.union(evidence.element(row.standard, "inconsistent", row), {"note": agreement.uncited}) |
	some row in agreement.false_claims
]

_answered := [object.union(evidence.element("oj_cited_standard_full", "inconsistent", {}), {"note": agreement.uncited}) |
	agreement.claimed_in_vain
]

reasons contains sprintf("%s:%d: %s is %s.", [one.file, one.line, one.ref, one.note]) if some one in _written

reasons contains sprintf("%s: its standard is %s.", [one.ref, one.note]) if some one in _answered
