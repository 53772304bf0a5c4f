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

_packages["accuracy-robustness"] := data.aiact.rules["accuracy-robustness"] if not "accuracy-robustness" in _skipped

_packages["authorities"] := data.aiact.rules.authorities if not "authorities" in _skipped

_packages["classification"] := data.aiact.rules.classification if not "classification" in _skipped

_packages["conformity"] := data.aiact.rules.conformity if not "conformity" in _skipped

_packages["consistency"] := data.aiact.rules.consistency if not "consistency" in _skipped

_packages["corrective-action"] := data.aiact.rules["corrective-action"] if not "corrective-action" in _skipped

_packages["data-governance"] := data.aiact.rules["data-governance"] if not "data-governance" in _skipped

_packages["deployer"] := data.aiact.rules.deployer if not "deployer" in _skipped

_packages["distributor"] := data.aiact.rules.distributor if not "distributor" in _skipped

_packages["fundamental-rights"] := data.aiact.rules["fundamental-rights"] if not "fundamental-rights" in _skipped

_packages["gpai"] := data.aiact.rules.gpai if not "gpai" in _skipped

_packages["history"] := data.aiact.rules.history if not "history" in _skipped

_packages["human-oversight"] := data.aiact.rules["human-oversight"] if not "human-oversight" in _skipped

_packages["importer"] := data.aiact.rules.importer if not "importer" in _skipped

_packages["incidents"] := data.aiact.rules.incidents if not "incidents" in _skipped

_packages["instructions-for-use"] := data.aiact.rules["instructions-for-use"] if not "instructions-for-use" in _skipped

_packages["legacy"] := data.aiact.rules.legacy if not "legacy" in _skipped

_packages["literacy"] := data.aiact.rules.literacy if not "literacy" in _skipped

_packages["manifest"] := data.aiact.rules.manifest if not "manifest" in _skipped

_packages["post-market"] := data.aiact.rules["post-market"] if not "post-market" in _skipped

_packages["prohibited-practices"] := data.aiact.rules["prohibited-practices"] if not "prohibited-practices" in _skipped

_packages["provider"] := data.aiact.rules.provider if not "provider" in _skipped

_packages["quality-management"] := data.aiact.rules["quality-management"] if not "quality-management" in _skipped

_packages["record-keeping"] := data.aiact.rules["record-keeping"] if not "record-keeping" in _skipped

_packages["registration"] := data.aiact.rules.registration if not "registration" in _skipped

_packages["representative"] := data.aiact.rules.representative if not "representative" in _skipped

_packages["risk-management"] := data.aiact.rules["risk-management"] if not "risk-management" in _skipped

_packages["special-category-data"] := data.aiact.rules["special-category-data"] if not "special-category-data" in _skipped

_packages["technical-documentation"] := data.aiact.rules["technical-documentation"] if not "technical-documentation" in _skipped

_packages["testing"] := data.aiact.rules.testing if not "testing" in _skipped

_packages["transparency"] := data.aiact.rules.transparency if not "transparency" in _skipped

_packages["value-chain"] := data.aiact.rules["value-chain"] if not "value-chain" in _skipped
