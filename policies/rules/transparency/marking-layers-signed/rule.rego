# METADATA
# title: A signatory of the code of practice marks in two layers
# description: >-
#   Whoever signed the code of practice on marking has promised signed metadata and a watermark on audio, image and video.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 50(2)", "Art. 50(7)"]
#   obligations: []
#   due: marking
#   severity: error
#   evidence: [evidence.output-marking]
#   remediation: >-
#     Sign the metadata and add an imperceptible watermark; show it with a test report that names the digest of each sample, or with a
#     detector that may run (--allow-commands).
package aiact.rules.transparency["marking-layers-signed"]

import data.aiact.classify.duty
import data.aiact.lib.evidence
import data.aiact.lib.marking

default applicable := "undetermined"

applicable := "yes" if {
	duty.applies("AIA-50-2") == "yes"
	duty.obligations["AIA-50-2"].timing == "in_force"
	marking.code_signed
}

applicable := "no" if duty.applies("AIA-50-2") == "no"

applicable := "no" if marking.code_signed == false

applicable := "no" if duty.obligations["AIA-50-2"].timing != "in_force"

default satisfied := false

satisfied if {
	count([one | some one in elements; one.state != "present"]) == 0
}

elements := marking.both_layers

reasons := evidence.told(elements)
