package aiact.tests.consistency["values-agree_test"]

import data.aiact.lib.fixtures_test as given
import data.aiact.rules.consistency["values-agree"] as rule

_with(values) := object.union(given.bare, {"facts": {"accuracy-robustness": {"state": "present", "file": "a.md", "line": 1, "values": values}}})

_row := {"evidence": "technical-documentation", "metric": "recall", "stated": 0.9, "file": "docs/td.md", "line": 12}

test_values_that_agree if {
	rule.applicable == "yes" with input as _with({"metrics": {"others_disagree": []}})
	rule.satisfied with input as _with({"metrics": {"others_disagree": []}})
}

test_another_value_is_named if {
	not rule.satisfied with input as _with({"metrics": {"others_disagree": [_row]}})
	rule.reasons == {"docs/td.md:12 states 0.9 for recall, which is no measured value of it."} with input as _with({"metrics": {"others_disagree": [_row]}})
	rule.elements[0].ref == "technical-documentation" with input as _with({"metrics": {"others_disagree": [_row]}})
}

test_without_measured_values_there_is_nothing_to_compare if {
	rule.applicable == "no" with input as _with({})
	rule.applicable == "no" with input as given.bare
	rule.applicable == "undetermined" with input as object.remove(given.bare, ["facts"])
}
