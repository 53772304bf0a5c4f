# SPDX-License-Identifier: Apache-2.0
"""Rules of an organisation: they add and tighten, on every engine, and what is wrong with one ends the run."""

from pathlib import Path

import pytest

from aiact_gate import profiles
from aiact_gate.engine.select import EngineChoice
from aiact_gate.errors import EngineError, GateError, PolicyError
from aiact_gate.policy.custom import vet
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.metadata import read_rules
from tests.custom_rules.given import PROOF, SPAM, house_rule
from tests.support import EXAMPLES, check, comparable, finding_of, only_system

RULE = "custom/house/approved-risks"
APPLICABLE = '\napplicable := "yes"\n'
OBLIGATIONS = "obligations: []"


def test_a_rule_is_judged_with_the_bundled_ones_on_every_engine(tmp_path: Path, every_engine) -> None:
    folder = house_rule(tmp_path)
    reports = [check(SPAM, "2027-12-02", engine, policies=(folder,)) for engine in every_engine]
    finding = finding_of(only_system(reports[0]), RULE)
    assert finding is not None
    assert (finding["severity"], finding["status"], finding["due"]) == ("error", "unmet", None)
    assert finding["message"] == "evidence.risk-management names nobody who approved it."
    assert reports[0]["verdict"] == "block"
    assert all(comparable(report) == comparable(reports[0]) for report in reports)
    without = only_system(check(SPAM, "2027-12-02"))
    assert only_system(reports[0])["obligations"] == without["obligations"]


def test_no_profile_weakens_it(tmp_path: Path) -> None:
    folder = house_rule(tmp_path, "human-oversight/approved-risks")
    report = check(SPAM, "2027-12-02", policies=(folder,), profile=profiles.load("starter"))
    assert report["verdict"] == "block"


def test_a_rule_that_cannot_tell_whether_it_applies_warns(tmp_path: Path) -> None:
    folder = house_rule(tmp_path, "house/approved-risks", (APPLICABLE, "\n"))
    finding = finding_of(only_system(check(SPAM, "2027-12-02", policies=(folder,))), RULE)
    assert finding is not None
    assert (finding["severity"], finding["status"]) == ("warning", "undetermined")


@pytest.mark.parametrize(
    ("as_of", "severity", "status"), [("2027-11-01", "warning", "upcoming"), ("2027-12-02", "error", "unmet")]
)
def test_the_obligation_that_a_rule_names_gives_it_its_date(
    tmp_path: Path, as_of: str, severity: str, status: str
) -> None:
    applies = '\napplicable := data.aiact.classify.duty.applies("AIA-9-1")\n'
    folder = house_rule(
        tmp_path, "house/approved-risks", (OBLIGATIONS, "obligations: [AIA-9-1, AIA-15-1]"), (APPLICABLE, applies)
    )
    system = only_system(check(EXAMPLES / "hiring-highrisk", as_of, policies=(folder,)))
    finding = finding_of(system, RULE)
    assert finding is not None
    assert (finding["severity"], finding["status"], finding["due"]) == (severity, status, "2027-12-02")
    answered = {row["id"]: row["rule"] for row in system["obligations"]}
    assert answered["AIA-9-1"] == "risk-management/system"
    assert answered["AIA-15-1"] == "accuracy-robustness/levels"


def test_a_rule_whose_obligation_does_not_apply_is_in_force_if_it_says_so(tmp_path: Path) -> None:
    folder = house_rule(tmp_path, "house/approved-risks", (OBLIGATIONS, "obligations: [AIA-9-1]"))
    finding = finding_of(only_system(check(SPAM, "2027-12-02", policies=(folder,))), RULE)
    assert finding is not None
    assert (finding["severity"], finding["due"]) == ("error", None)


@pytest.mark.parametrize(
    ("read", "said", "hint"),
    [
        ("input.manifst.id", "input.manifst is not a part of the input", "manifest"),
        ('input["manifst"].id', "input.manifst is not", "manifest"),
        ("input.manifest.answer.x", "input.manifest.answer is not", "answers"),
        ("input.context.asof", "input.context.asof is not", "as_of"),
        ("input.manifest.answers.trains_model", "input.manifest.answers.trains_model is not", "trains_models"),
        ("input.manifest.details.language", "input.manifest.details.language is not", "languages"),
        ('input.facts["risk-managment"].state', "input.facts.risk-managment is not", "risk-management"),
        ('object.get(input.manifest, "versions", null)', "input.manifest.versions is not", "version"),
        ('object.get(input, "fact", {})', "input.fact is not", "facts"),
        ("input[x]", "input is read as a whole", "name what is read"),
        ("data.aiact.classify.facts.f.trains_models; y := input; y.z", "input is read as a whole", "name what"),
    ],
)
def test_a_part_of_the_input_that_does_not_exist_ends_the_run(tmp_path: Path, read: str, said: str, hint: str) -> None:
    folder = house_rule(tmp_path, "house/approved-risks", (PROOF.removeprefix("# "), f"satisfied if {read}"))
    policies = load_policies((folder,))
    with pytest.raises(PolicyError, match=r"rule\.rego:\d+: ") as caught:
        vet(policies, read_rules(policies))
    assert said in caught.value.message
    assert hint in caught.value.hint


def test_a_fact_of_the_classification_must_exist_too(tmp_path: Path) -> None:
    lib = "import data.aiact.lib.evidence"
    changes = [
        (lib, f"import data.aiact.classify.facts\n{lib}"),
        (PROOF.removeprefix("# "), "satisfied if facts.f.trains_model"),
    ]
    policies = load_policies((house_rule(tmp_path, "house/approved-risks", *changes),))
    with pytest.raises(PolicyError, match=r"facts\.f\.trains_model is not"):
        vet(policies, read_rules(policies))


@pytest.mark.parametrize(
    "read",
    [
        "input.manifest.answers.trains_models",
        'input.facts["risk-management"].state == "present"',
        'object.get(input.manifest, "version", null)',
        "input.manifest.answers[x]",
        '"input.nothing" != `input.nothing` # input.nothing',
        "evidence.input.nothing",
    ],
)
def test_what_exists_and_what_is_only_text_is_let_through(tmp_path: Path, read: str) -> None:
    folder = house_rule(tmp_path, "house/approved-risks", (PROOF.removeprefix("# "), f"satisfied if {read}"))
    policies = load_policies((folder,))
    vet(policies, read_rules(policies))


@pytest.mark.parametrize(
    ("old", "new", "error", "said"),
    [
        (APPLICABLE, "\napplicable := \n", EngineError, "approved-risks/rule.rego:"),
        (
            'default applicable := "undetermined"',
            "",
            EngineError,
            f"the rule {RULE} says neither yes, no nor undetermined",
        ),
        ("default satisfied := false", "", EngineError, f"the rule {RULE} says neither true nor false"),
        (OBLIGATIONS, "obligations: [AIA-9-99]", PolicyError, "there is no obligation AIA-9-99"),
        ("severity: error", "severity: fatal", PolicyError, "severity must be one of"),
        (
            'aiact.custom.house["approved-risks"]',
            'aiact.rules["risk-management"].system',
            PolicyError,
            "the package must be",
        ),
        ("elements := []", "elements := [http.send({})]", PolicyError, "uses http"),
    ],
)
def test_what_is_wrong_with_a_rule_ends_the_run(
    tmp_path: Path, old: str, new: str, error: type[GateError], said: str
) -> None:
    changes = [(old, new)]
    if new == "":  # what has a default and nothing else is undefined without it
        changes += [(APPLICABLE, "\n")] if "applicable" in old else []
    folder = house_rule(tmp_path, "house/approved-risks", *changes)
    with pytest.raises(error) as caught:
        check(SPAM, "2027-12-02", policies=(folder,))
    assert said in caught.value.message


def test_one_rule_in_two_folders_ends_the_run(tmp_path: Path) -> None:
    folders = tuple(house_rule(tmp_path / name) for name in ("a", "b"))
    with pytest.raises(PolicyError, match="already"):
        load_policies(folders)


def test_an_engine_names_the_file_as_it_lies_on_disk(tmp_path: Path, every_engine: list[EngineChoice]) -> None:
    folder = house_rule(tmp_path, "house/approved-risks", (APPLICABLE, "\napplicable := \n"))
    for engine in every_engine:
        with pytest.raises(EngineError) as caught:
            check(SPAM, "2027-12-02", engine, policies=(folder,))
        assert str(folder / "house/approved-risks/rule.rego") in caught.value.message
        assert "custom/1" not in caught.value.message
