# METADATA
# title: No child sexual abuse material is made
# description: >-
#   Such output is prohibited, drawn or real, and Article 5(1b) does not help. Never store it in a repository. Met is violated from its
#   date; what is not yet known is a question.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(1)(bb), 5(1a)"]
#   obligations: [AIA-5-1-bb]
#   due: prohibition-2026
#   severity: error
#   evidence: []
#   remediation: >-
#     Do not ship or use; remove the function or the use. No document, consent or disclosure cures it (unless an exception is met).
package aiact.rules["prohibited-practices"]["child-abuse-material"]

import data.aiact.classify.duty

default applicable := "undetermined"

applicable := duty.applies("AIA-5-1-bb")

# Nothing a team can file cures a prohibition: only facts that do not meet it do.
default satisfied := false

satisfied if applicable == "no"

elements := []

reasons contains "the manifest states every element of the practice in Art. 5(1)(bb)" if applicable == "yes"
