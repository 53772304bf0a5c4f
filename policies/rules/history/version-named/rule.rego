# METADATA
# title: The evidence names the version it was written for
# description: >-
#   Documents about the released system say which version they describe, in their front matter or on their first lines. Without that, nobody sees
#   that a document is about an older one. Another version than the released one is held against the duty that the document serves.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 11(1)", "Annex IV"]
#   obligations: []
#   due: any
#   severity: warning
#   evidence: []
#   remediation: >-
#     Write system_version into the front matter of the document, or a line such as "Version 2.3.0 of the system".
package aiact.rules.history["version-named"]

import data.aiact.lib.history

default applicable := "undetermined"

applicable := "yes" if count(history.about_the_release) > 0

applicable := "no" if {
	is_object(input.facts)
	count(history.about_the_release) == 0
}

default satisfied := false

satisfied if count(elements) == 0

elements := history.unversioned

reasons contains sprintf("%s %s.", [one.file, one.note]) if some one in elements
