# METADATA
# title: The decision about one system
# description: >-
#   The classification and the answer of every rule. A family is skipped when none of the obligations data.law.families names for it can apply;
#   families without obligations are always evaluated. Each family has its own line, so that engines evaluate only what is asked for.
package aiact.main

import data.aiact.classify.duty
import data.aiact.classify.result.classification

decision := {
	"revision": object.get(data.law, "revision", null),
	"classification": classification,
	"rules": object.union(_bundled, _custom),
	"skipped": sort(_skipped),
}

_skipped := {family |
	some family, obligations in data.law.families
	count(obligations) > 0
	every id in obligations { duty.applies(id) == "no" }
}

_bundled := {id: answer |
	some family, rules in _packages
	some name, rule in rules
	not endswith(name, "_test")
	answer := _answer(rule)
	id := concat("/", [family, name])
}

# Rules an organisation adds.
_custom := {id: answer |
	some family, name
	rule := data.aiact.custom[family][name]
	not endswith(name, "_test")
	answer := _answer(rule)
	id := concat("/", ["custom", family, name])
}

# A rule that leaves something undefined gets null here, which no reader takes for an answer.
_answer(rule) := {
	"applicable": object.get(rule, "applicable", null),
	"satisfied": object.get(rule, "satisfied", null),
	"reasons": sort(object.get(rule, "reasons", [])),
	"elements": object.get(rule, "elements", []),
}

_packages["accessibility"] := data.aiact.rules.accessibility if not "accessibility" in _skipped

_packages["accuracy-robustness"] := data.aiact.rules["accuracy-robustness"] if not "accuracy-robustness" in _skipped

_packages["affected-persons-information"] := data.aiact.rules["affected-persons-information"] if not "affected-persons-information" in _skipped

_packages["ai-literacy"] := data.aiact.rules["ai-literacy"] if not "ai-literacy" in _skipped

_packages["article-6-assessment"] := data.aiact.rules["article-6-assessment"] if not "article-6-assessment" in _skipped

_packages["authorised-representative"] := data.aiact.rules["authorised-representative"] if not "authorised-representative" in _skipped

_packages["authority-cooperation"] := data.aiact.rules["authority-cooperation"] if not "authority-cooperation" in _skipped

_packages["ce-marking"] := data.aiact.rules["ce-marking"] if not "ce-marking" in _skipped

_packages["chat-notice"] := data.aiact.rules["chat-notice"] if not "chat-notice" in _skipped

_packages["classification"] := data.aiact.rules.classification if not "classification" in _skipped

_packages["commission-requests"] := data.aiact.rules["commission-requests"] if not "commission-requests" in _skipped

_packages["common-specifications"] := data.aiact.rules["common-specifications"] if not "common-specifications" in _skipped

_packages["conformity-assessment"] := data.aiact.rules["conformity-assessment"] if not "conformity-assessment" in _skipped

_packages["consistency"] := data.aiact.rules.consistency if not "consistency" in _skipped

_packages["copyright-policy"] := data.aiact.rules["copyright-policy"] if not "copyright-policy" in _skipped

_packages["corrective-action"] := data.aiact.rules["corrective-action"] if not "corrective-action" in _skipped

_packages["data-governance"] := data.aiact.rules["data-governance"] if not "data-governance" in _skipped

_packages["decision-explanation"] := data.aiact.rules["decision-explanation"] if not "decision-explanation" in _skipped

_packages["declaration-of-conformity"] := data.aiact.rules["declaration-of-conformity"] if not "declaration-of-conformity" in _skipped

_packages["deep-fake-label"] := data.aiact.rules["deep-fake-label"] if not "deep-fake-label" in _skipped

_packages["deployer-logs"] := data.aiact.rules["deployer-logs"] if not "deployer-logs" in _skipped

_packages["deployer-monitoring"] := data.aiact.rules["deployer-monitoring"] if not "deployer-monitoring" in _skipped

_packages["deployer-use"] := data.aiact.rules["deployer-use"] if not "deployer-use" in _skipped

_packages["distributor-checks"] := data.aiact.rules["distributor-checks"] if not "distributor-checks" in _skipped

_packages["document-retention"] := data.aiact.rules["document-retention"] if not "document-retention" in _skipped

_packages["dpia"] := data.aiact.rules.dpia if not "dpia" in _skipped

_packages["exceptions"] := data.aiact.rules.exceptions if not "exceptions" in _skipped

_packages["exposure-notice"] := data.aiact.rules["exposure-notice"] if not "exposure-notice" in _skipped

_packages["formal-requirements"] := data.aiact.rules["formal-requirements"] if not "formal-requirements" in _skipped

_packages["fundamental-rights-impact-assessment"] := data.aiact.rules["fundamental-rights-impact-assessment"] if not "fundamental-rights-impact-assessment" in _skipped

_packages["generation-safeguards"] := data.aiact.rules["generation-safeguards"] if not "generation-safeguards" in _skipped

_packages["gpai-compliance-route"] := data.aiact.rules["gpai-compliance-route"] if not "gpai-compliance-route" in _skipped

_packages["gpai-downstream-information"] := data.aiact.rules["gpai-downstream-information"] if not "gpai-downstream-information" in _skipped

_packages["gpai-model-documentation"] := data.aiact.rules["gpai-model-documentation"] if not "gpai-model-documentation" in _skipped

_packages["gpai-notification"] := data.aiact.rules["gpai-notification"] if not "gpai-notification" in _skipped

_packages["human-oversight"] := data.aiact.rules["human-oversight"] if not "human-oversight" in _skipped

_packages["importer-checks"] := data.aiact.rules["importer-checks"] if not "importer-checks" in _skipped

_packages["incident-procedure"] := data.aiact.rules["incident-procedure"] if not "incident-procedure" in _skipped

_packages["input-data"] := data.aiact.rules["input-data"] if not "input-data" in _skipped

_packages["instructions-for-use"] := data.aiact.rules["instructions-for-use"] if not "instructions-for-use" in _skipped

_packages["legacy-proof"] := data.aiact.rules["legacy-proof"] if not "legacy-proof" in _skipped

_packages["notice-accessibility"] := data.aiact.rules["notice-accessibility"] if not "notice-accessibility" in _skipped

_packages["ordered-action"] := data.aiact.rules["ordered-action"] if not "ordered-action" in _skipped

_packages["output-marking"] := data.aiact.rules["output-marking"] if not "output-marking" in _skipped

_packages["oversight-assignment"] := data.aiact.rules["oversight-assignment"] if not "oversight-assignment" in _skipped

_packages["post-market-monitoring"] := data.aiact.rules["post-market-monitoring"] if not "post-market-monitoring" in _skipped

_packages["post-remote-identification"] := data.aiact.rules["post-remote-identification"] if not "post-remote-identification" in _skipped

_packages["product-information"] := data.aiact.rules["product-information"] if not "product-information" in _skipped

_packages["prohibited-practices"] := data.aiact.rules["prohibited-practices"] if not "prohibited-practices" in _skipped

_packages["public-body-use"] := data.aiact.rules["public-body-use"] if not "public-body-use" in _skipped

_packages["public-text-label"] := data.aiact.rules["public-text-label"] if not "public-text-label" in _skipped

_packages["quality-management"] := data.aiact.rules["quality-management"] if not "quality-management" in _skipped

_packages["real-time-identification"] := data.aiact.rules["real-time-identification"] if not "real-time-identification" in _skipped

_packages["real-world-testing"] := data.aiact.rules["real-world-testing"] if not "real-world-testing" in _skipped

_packages["record-keeping"] := data.aiact.rules["record-keeping"] if not "record-keeping" in _skipped

_packages["registration"] := data.aiact.rules.registration if not "registration" in _skipped

_packages["reporting-channel"] := data.aiact.rules["reporting-channel"] if not "reporting-channel" in _skipped

_packages["requirements-plan"] := data.aiact.rules["requirements-plan"] if not "requirements-plan" in _skipped

_packages["risk-management"] := data.aiact.rules["risk-management"] if not "risk-management" in _skipped

_packages["sandbox"] := data.aiact.rules.sandbox if not "sandbox" in _skipped

_packages["special-category-data"] := data.aiact.rules["special-category-data"] if not "special-category-data" in _skipped

_packages["systemic-risk"] := data.aiact.rules["systemic-risk"] if not "systemic-risk" in _skipped

_packages["technical-documentation"] := data.aiact.rules["technical-documentation"] if not "technical-documentation" in _skipped

_packages["training-content-summary"] := data.aiact.rules["training-content-summary"] if not "training-content-summary" in _skipped

_packages["value-chain"] := data.aiact.rules["value-chain"] if not "value-chain" in _skipped

_packages["workers-information"] := data.aiact.rules["workers-information"] if not "workers-information" in _skipped
