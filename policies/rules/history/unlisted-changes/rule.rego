# METADATA
# title: Changes of the design are listed and decided on
# description: >-
#   Model, data or code changed after the evidence was written. Whether that is a substantial modification, or a significant change of a system
#   that was placed before the date, is a decision that a person takes and the log of design changes keeps. What git cannot tell is not held
#   against anybody.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 43(4)", "Art. 111(2)"]
#   obligations: []
#   due: any
#   severity: warning
#   evidence: [evidence.design-changes]
#   remediation: >-
#     Add the change to the log that evidence.design-changes names, with the decision whether it is significant and who took it; then bring the
#     evidence up to date.
package aiact.rules.history["unlisted-changes"]

import data.aiact.classify.legacy
import data.aiact.classify.risk
import data.aiact.lib.history

default applicable := "undetermined"

applicable := "yes" if {
	_concerned
	history.changes_known
}

applicable := "no" if not _concerned

applicable := "no" if not history.paths_declared

_concerned if risk.high_risk

_concerned if legacy.holds

default satisfied := false

satisfied if count(elements) == 0

elements := array.concat(array.concat(history.unlisted, history.undecided), history.significant)

reasons contains sprintf("%s: %s.", [one.file, one.note]) if some one in elements
