# METADATA
# title: A claimed transparency exception leaves a trace
# description: >-
#   The Act asks for no record, yet whoever claims an exception has to be able to show it.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(1)-(4) exceptions"]
#   obligations: [AIA-50-EXC]
#   due: transparency
#   severity: warning
#   evidence: []
#   remediation: >-
#     Add a note with the reason and the date to the exception in transparency.exceptions, or meet the duty.
package aiact.rules.transparency["exceptions-proven"]

import data.aiact.classify.duty
import data.aiact.lib.checks
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-50-EXC")

default satisfied := false

satisfied if evidence.complete(elements)

elements := checks.claims({
	"t_obvious": "X-obvious",
	"t_le_authorised": "X-law",
	"t_le_permitted_50_3": "X-law",
	"t_standard_editing": "X-editing",
	"t_no_substantial_alteration": "X-editing",
	"t_out_of_scope_output": "X-scope",
	"t_closed_technical_output": "X-closed",
	"t_ephemeral_realtime_with_notice": "X-ephemeral",
	"t_editorial": "X-editorial",
})

reasons := evidence.told(elements)
