# METADATA
# title: A claimed safeguard or exception for intimate material is proven
# description: >-
#   Consent, safeguards and the exception of Article 5(1b) are what keep a generator outside the prohibition, so each needs a proof.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(1)(ba), (bb), (1a), (1b)"]
#   obligations: [CTL-5-EXC-NEW]
#   due: prohibition-2026
#   severity: error
#   evidence: []
#   remediation: >-
#     Add the proof to the claim in classification.prohibited_practices.details, or withdraw it; without proof the prohibition stands.
package aiact.rules["prohibited-practices"]["safeguards-proven"]

import data.aiact.classify.duty
import data.aiact.lib.checks
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("CTL-5-EXC-NEW")

default satisfied := false

satisfied if evidence.complete(elements)

elements := checks.claims({
	"ncii_consent_ensured": "E-consent",
	"ncii_safeguards_adequate": "E-safeguards",
	"ncii_5_1b_only": "E-5(1b)",
	"csam_safeguards_adequate": "E-safeguards",
	"csam_without_right_defence": "E-defence",
})

reasons := evidence.told(elements)
