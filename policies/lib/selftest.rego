# METADATA
# title: Self-test of the engine
# description: >-
#   The result of every builtin the policies use, on fixed inputs. The tool compares them with the known answers before it trusts an engine.
package aiact.lib.selftest

import data.aiact.lib.dates
import data.aiact.lib.logic

answers := {
	"all": [logic.all([true, true]), logic.all([true, null]), logic.all([null, false]), logic.all([])],
	"any": [logic.any([false, true]), logic.any([false, null]), logic.any([false, false]), logic.any([])],
	"no": [logic.no(true), logic.no(false), logic.no(null)],
	"day": dates.day("2027-12-02"),
	"iso": dates.iso(21154),
	"array.concat": array.concat([1], [2]),
	"concat": concat(", ", ["a", "b"]),
	"contains": [contains("abc", "b"), contains("abc", "x")],
	"count": [count([1, 2]), count({"a": 1}), count("abc")],
	"endswith": endswith("rule.rego", ".rego"),
	"every": _every,
	"in": [2 in [1, 2], "x" in {"a"}, 3 in [1, 2]],
	"is": [is_number(1), is_number("1"), is_string("a"), is_array([]), is_array(null), is_object({})],
	"lower": lower("ABC"),
	"max": max([1, 3, 2]),
	"min": min([3, 1, 2]),
	"null": [_is_null("a"), _is_null("b")],
	"numbers": [(3 * 4) > 11, 1e25 > 1e25, 2e25 > 1e25],
	"object.get": [object.get({"a": 1}, "a", 0), object.get({}, "a", 0)],
	"object.keys": sort(object.keys({"b": 1, "a": 2})),
	"object.union": object.union({"a": 1, "b": 1}, {"b": 2}),
	"object.union_n": object.union_n([{"a": 1}, {"b": 1}, {"b": 2}]),
	"regex.match": [regex.match("^[a-z]+$", "abc"), regex.match("^[a-z]+$", "a1")],
	"replace": replace("a-b", "-", "_"),
	"set": sort({"b", "a"} | {"c"}),
	"sort": sort(["b", "a"]),
	"split": split("a,b", ","),
	"sprintf": [sprintf("%s", ["a"]), sprintf("%d", [7])],
	"startswith": startswith("rule.rego", "rule"),
	"substring": [substring("4a", 0, 1), substring("4a", 1, -1), substring("2", 1, -1)],
	"sum": sum([1, 2]),
	"trim_space": trim_space(" a "),
	"undefined": [x | some x in ["a"]; x == "b"],
}

_every if every n in [1, 2] { n > 0 }

_is_null(key) if {
	object.get({"a": null, "b": 0}, key, false) == null
} else := false
