# METADATA
# title: A cybersecurity declaration or certificate is on file where one exists
# description: >-
#   A declaration under the Cyber Resilience Act or a certificate can stand in for the cybersecurity part of Article 15; using it is an
#   option.
# related_resources:
# - https://eur-lex.europa.eu/eli/reg/2026/1744/oj
# - https://eur-lex.europa.eu/eli/reg/2024/1689/oj
# custom:
#   provisions: ["Art. 42(2), (3)"]
#   obligations: [AIA-42-3]
#   due: section-5
#   severity: note
#   evidence: [evidence.accuracy-robustness]
#   remediation: >-
#     Attach declaration or certificate, or prove Art. 15(5) directly. Point evidence.accuracy-robustness at the document.
package aiact.rules["accuracy-robustness"].presumption

import data.aiact.classify.duty
import data.aiact.lib.evidence

default applicable := "undetermined"

applicable := duty.applies("AIA-42-3")

default satisfied := false

satisfied if evidence.proven("accuracy-robustness", elements)

elements := evidence.elements("accuracy-robustness", "AIA-42-3")

reasons := evidence.reasons("accuracy-robustness", elements)
