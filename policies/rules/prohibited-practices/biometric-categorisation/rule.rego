# METADATA
# title: Nobody is sorted by sensitive traits from biometric data
# description: >-
#   Inferring race, opinion, belief, union membership or sex life from a body is prohibited. Met is violated from its date; what is not yet
#   known is a question.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(1)(g)"]
#   obligations: [AIA-5-1-g]
#   due: prohibition
#   severity: error
#   evidence: []
#   remediation: >-
#     Do not ship or use; remove the function or the use. No document, consent or disclosure cures it (unless an exception is met).
package aiact.rules["prohibited-practices"]["biometric-categorisation"]

import data.aiact.classify.duty

default applicable := "undetermined"

applicable := duty.applies("AIA-5-1-g")

# Nothing a team can file cures a prohibition: only facts that do not meet it do.
default satisfied := false

satisfied if applicable == "no"

elements := []

reasons contains "the manifest states every element of the practice in Art. 5(1)(g)" if applicable == "yes"
