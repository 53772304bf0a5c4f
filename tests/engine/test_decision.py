# SPDX-License-Identifier: Apache-2.0
"""An answer that is not whole is an error of the run that names the engine and the rule, and never a pass."""

import copy
from dataclasses import replace
from typing import Any

import pytest

from aiact_gate.errors import EngineError
from aiact_gate.policy import decision
from aiact_gate.policy.files import PolicySet
from tests.engine.small import CLASSIFICATION

ELEMENT = {"ref": "4", "state": "present", "file": None, "line": None}


def _answer(policies: PolicySet) -> dict[str, Any]:
    rule = {"applicable": "yes", "satisfied": False, "reasons": ["why"], "elements": [dict(ELEMENT)]}
    return {
        "revision": policies.revision,
        "classification": copy.deepcopy(CLASSIFICATION),
        "rules": {"demo/simple": rule},
        "skipped": [],
    }


def _put(answer: Any, path: tuple[str | int, ...], value: object) -> None:
    *parents, last = path
    for key in parents:
        answer = answer[key]
    if value is ...:
        del answer[last]
    else:
        answer[last] = value


def test_a_whole_answer_is_returned_as_it_is(policies: PolicySet) -> None:
    answer = _answer(policies)
    assert decision.check(answer, policies, "the engine") == _answer(policies)


def _with_family(policies: PolicySet, *obligations: str) -> PolicySet:
    return replace(policies, data={"law": {**policies.data["law"], "families": {"demo": list(obligations)}}})


def test_a_skipped_family_needs_no_answers(policies: PolicySet) -> None:
    answer = {**_answer(policies), "rules": {}, "skipped": ["demo"]}
    assert decision.check(answer, _with_family(policies, "AIA-9-1"), "the engine") is answer


@pytest.mark.parametrize(
    ("obligations", "said"), [(("AIA-9-1", "AIA-4-1"), "although AIA-4-1 may apply"), ((), "always answered")]
)
def test_a_family_whose_duties_hold_cannot_be_skipped(
    policies: PolicySet, obligations: tuple[str, ...], said: str
) -> None:
    answer = {**_answer(policies), "rules": {}, "skipped": ["demo"]}
    with pytest.raises(EngineError, match=said):
        decision.check(answer, _with_family(policies, *obligations), "the engine")


def test_a_family_is_skipped_or_answered_and_never_both(policies: PolicySet) -> None:
    answer = {**_answer(policies), "skipped": ["demo"]}
    with pytest.raises(EngineError, match="answered although its family was skipped"):
        decision.check(answer, _with_family(policies, "AIA-9-1"), "the engine")


def test_an_element_may_have_a_note(policies: PolicySet) -> None:
    answer = _answer(policies)
    answer["rules"]["demo/simple"]["elements"][0]["note"] = "words"
    assert decision.check(answer, policies, "the engine") is answer


RULE = ("rules", "demo/simple")
DUTY = ("classification", "obligations", "AIA-4-1")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("revision",), "other", "revision 'other'"),
        (("revision",), None, "revision None"),
        (("revision",), ..., "the decision has the keys"),
        (("classification",), ..., "the decision has the keys"),
        (("rules",), ..., "the decision has the keys"),
        (("skipped",), ..., "the decision has the keys"),
        (("extra",), 1, "the decision has the keys"),
        (("classification",), None, "the classification is not an object"),
        (("classification", "extra"), 1, "unknown key 'extra'"),
        *[(("classification", key), ..., f"no usable '{key}'") for key in CLASSIFICATION],
        *[(("classification", key), None, f"no usable '{key}'") for key in CLASSIFICATION],
        (("classification", "classes"), [], "names no class"),
        (("classification", "classes"), [None], "names no class"),
        (("classification", "derived", "in_scope"), "yes", "derived fact"),
        (DUTY, None, "the obligation AIA-4-1 is not an object"),
        *[((*DUTY, key), ..., f"AIA-4-1 has no usable '{key}'") for key in CLASSIFICATION["obligations"]["AIA-4-1"]],
        ((*DUTY, "applies"), "no", "no usable 'applies'"),
        ((*DUTY, "due"), True, "no usable 'due'"),
        ((*DUTY, "due"), 20121.5, "no usable 'due'"),
        ((*DUTY, "timing"), "later", "no usable 'timing'"),
        ((*DUTY, "timing"), [], "no usable 'timing'"),
        ((*DUTY, "open"), ["a", None], "no usable 'open'"),
        (("skipped",), "demo", "'skipped' is not a list"),
        (("skipped",), [1], "'skipped' is not a list"),
        (("skipped",), ["demo"], "always answered"),
        (("rules",), [], "'rules' is not an object"),
        (("rules",), {}, "the rule demo/simple has no answer"),
        (("rules", "demo/other"), {}, "the rule 'demo/other' was never loaded"),
        (RULE, None, "demo/simple does not answer"),
        *[((*RULE, key), ..., "does not answer") for key in ("applicable", "satisfied", "reasons", "elements")],
        ((*RULE, "extra"), 1, "does not answer"),
        ((*RULE, "applicable"), "maybe", "neither yes, no nor undetermined"),
        ((*RULE, "applicable"), True, "neither yes, no nor undetermined"),
        ((*RULE, "applicable"), ["yes"], "neither yes, no nor undetermined"),
        ((*RULE, "satisfied"), None, "neither true nor false"),
        ((*RULE, "satisfied"), 1, "neither true nor false"),
        ((*RULE, "satisfied"), "true", "neither true nor false"),
        ((*RULE, "reasons"), "why", "reasons that are not"),
        ((*RULE, "reasons"), [1], "reasons that are not"),
        ((*RULE, "elements"), {}, "elements that are not"),
        ((*RULE, "elements"), ["4"], "elements that are not"),
        *[((*RULE, "elements", 0, key), ..., "elements that are not") for key in ELEMENT],
        ((*RULE, "elements", 0, "state"), "fine", "elements that are not"),
        ((*RULE, "elements", 0, "state"), ["present"], "elements that are not"),
        ((*RULE, "elements", 0, "ref"), 4, "elements that are not"),
        ((*RULE, "elements", 0, "line"), "4", "elements that are not"),
        ((*RULE, "elements", 0, "line"), True, "elements that are not"),
        ((*RULE, "elements", 0, "file"), 4, "elements that are not"),
        ((*RULE, "elements", 0, "note"), 4, "elements that are not"),
        ((*RULE, "elements", 0, "more"), "4", "elements that are not"),
    ],
)
def test_anything_else_is_an_error(policies: PolicySet, path: tuple[str | int, ...], value: object, said: str) -> None:
    answer = _answer(policies)
    _put(answer, path, value)
    with pytest.raises(EngineError) as caught:
        decision.check(answer, policies, "the engine")
    assert caught.value.message.startswith("the engine: ")
    assert said in caught.value.message


@pytest.mark.parametrize("answer", [None, [], "", 3, True, {}])
def test_what_is_no_decision_is_an_error(policies: PolicySet, answer: object) -> None:
    with pytest.raises(EngineError, match="the engine: the decision"):
        decision.check(answer, policies, "the engine")
