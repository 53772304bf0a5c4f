# METADATA
# title: A claimed exception to a prohibition is proven
# description: >-
#   Without its proof the prohibition stands: medical or safety reasons, lawful labelling, an objective and a national law.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 5(1)(f), (g), (h)"]
#   obligations: [CTL-5-EXC]
#   due: prohibition
#   severity: error
#   evidence: []
#   remediation: >-
#     Add the proof to the exception in classification.prohibited_practices.details, or withdraw the exception.
package aiact.rules["prohibited-practices"]["exceptions-proven"]

import data.aiact.classify.duty
import data.aiact.lib.checks
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("CTL-5-EXC")

default satisfied := false

satisfied if evidence.complete(elements)

elements := checks.claims({
	"p5f_medical_or_safety": "E-proof",
	"p5f_personal_training_only": "E-proof",
	"p5g_labelling_exception": "E-proof",
	"p5h_objective_met": "E-proof",
	"p5h_national_law": "E-basis",
})

reasons := evidence.told(elements)
