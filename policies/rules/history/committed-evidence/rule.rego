# METADATA
# title: The evidence is committed
# description: >-
#   What stands only on one disk can be changed or lost without a trace, and the next reader sees another file or none. Test reports and measured
#   values are made anew by each build and may stay out of git; the report of the gate keeps their digests. Where there is no git, nothing is said.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 18(1)"]
#   obligations: []
#   due: any
#   severity: warning
#   evidence: []
#   remediation: >-
#     Commit the file, and take it out of .gitignore if it is named there.
package aiact.rules.history["committed-evidence"]

import data.aiact.lib.history

default applicable := "undetermined"

applicable := "yes" if history.available

applicable := "no" if not history.looked_up

default satisfied := false

satisfied if count(elements) == 0

elements := history.uncommitted

reasons contains sprintf("%s is %s.", [one.file, one.note]) if some one in elements
