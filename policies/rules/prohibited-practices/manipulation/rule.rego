# METADATA
# title: No subliminal, manipulative or deceptive technique distorts decisions
# description: >-
#   A technique that bends what people decide and harms them is prohibited, whatever the intention. No document or consent cures it. Met is
#   violated from its date; what is not yet known is a question.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(1)(a)"]
#   obligations: [AIA-5-1-a]
#   due: prohibition
#   severity: error
#   evidence: []
#   remediation: >-
#     Do not ship or use; remove the function or the use. No document, consent or disclosure cures it (unless an exception is met).
package aiact.rules["prohibited-practices"].manipulation

import data.aiact.classify.duty

default applicable := "undetermined"

applicable := duty.applies("AIA-5-1-a")

# Nothing a team can file cures a prohibition: only facts that do not meet it do.
default satisfied := false

satisfied if applicable == "no"

elements := []

reasons contains "the manifest states every element of the practice in Art. 5(1)(a)" if applicable == "yes"
