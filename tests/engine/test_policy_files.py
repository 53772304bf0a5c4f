# SPDX-License-Identifier: Apache-2.0
"""What is loaded, and what is refused before any engine sees it."""

import json
from pathlib import Path

import pytest

from aiact_gate.engine.embedded import EmbeddedEngine
from aiact_gate.errors import EngineError, PolicyError
from aiact_gate.policy.files import PolicySet, load_policies
from aiact_gate.resources import policies_dir
from tests.engine.small import MAIN, RULE, Load, policy_input, write

RULE_PATH = "rules/demo/simple/rule.rego"


def test_modules_are_sorted_and_tests_left_out(policies: PolicySet) -> None:
    assert list(policies.modules) == ["lib/selftest.rego", "main.rego", RULE_PATH]
    assert policies.rules == {"demo/simple": RULE_PATH}
    assert policies.document()["law"]["revision"] == policies.revision
    assert "sample" in policies.document()["law"]


def test_the_bundled_law_is_loaded_whole() -> None:
    keys = {key for file in (policies_dir() / "data").glob("*.json") for key in json.loads(file.read_text())}
    assert load_policies().data["law"].keys() == keys


def test_the_revision_is_that_of_the_content(policies: PolicySet, tmp_path: Path) -> None:
    variants = (
        {"main.rego": MAIN + "\n"},
        {"main.rego": None, "lib/main.rego": MAIN},
        {"data/more.json": '{"more": 1}'},
        {"data/more.json": '{"more": 2}'},
    )
    found = [load_policies(bundled=write(tmp_path / str(n), **changed)) for n, changed in enumerate(variants)]
    assert len({policies.revision, *(other.revision for other in found)}) == 5
    assert load_policies(bundled=write(tmp_path / "elsewhere")).revision == policies.revision


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({RULE_PATH: None}, "no rules were loaded"),
        ({"data/sample.json": None}, "no data of the law"),
        ({"data/sample.json": "{"}, "is not JSON"),
        ({"data/sample.json": "[]"}, "exactly one key"),
        ({"data/sample.json": '{"a": 1, "b": 2}'}, "exactly one key"),
        ({"data/other.json": '{"sample": 1}'}, "'sample' is already taken"),
        ({"data/other.json": '{"revision": "x"}'}, "'revision' is already taken"),
        ({"lib/x.rego": "\ufeffpackage aiact.lib.x\n"}, "byte order mark"),
        ({"lib/x.rego": "package aiact.lib.x\n#" + "x" * (1 << 20)}, "larger than 1 MiB"),
        ({"lib/x.rego": "x := 1\n"}, "declares no package"),
        ({"lib/x.rego": "# package aiact.lib.x\n"}, "declares no package"),
        ({"lib/x.rego": "package law\n"}, "does not begin with aiact"),
        ({"lib/x.rego": "package law.sample\n"}, "does not begin with aiact"),
        ({"lib/x.rego": "package aiact.main\n"}, "is already that of"),
        ({"lib/x.rego": 'package aiact["main"]\n'}, "is already that of"),
        ({"lib/x.rego": "package aiact.[x]\n"}, "cannot be read"),
        ({"lib/x.rego": 'package aiact.rules["demo"]["other"]\n'}, "must lie in rules"),
        ({"rules/demo/other/rule.rego": RULE}, "the package must be"),
        ({"rules/demo/other/more.rego": "package aiact.lib.x\n"}, "must lie in"),
        ({"rules/demo/rule.rego": "package aiact.lib.x\n"}, "must lie in"),
        ({"rules/Demo/other/rule.rego": 'package aiact.rules["Demo"]["other"]\n'}, "lower case with hyphens"),
        ({"lib/x.rego": "package aiact.lib.x\n\nx := " + "[" * 11 + "]" * 11}, r"x\.rego:3: brackets are nested"),
        ({"lib/x.rego": "package aiact.lib.x\n\nx := " + '[{"a": ' * 6 + "1" + "}]" * 6}, "brackets are nested"),
        ({"lib/x.rego": 'package aiact.lib.x\n\nx := http.send({"url": "x"})'}, "uses http"),
        ({"lib/x.rego": "package aiact.lib.x\n\nx := time.now_ns()"}, "uses time.now_ns"),
        ({"lib/x.rego": 'package aiact.lib.x\n\nx := time["now_ns"]()'}, "uses time"),
        ({"lib/x.rego": "package aiact.lib.x\n\nx := opa.runtime()"}, "uses opa"),
        ({"lib/x.rego": 'package aiact.lib.x\n\nx := rand.intn("a", 3)'}, "uses rand"),
        ({"lib/x.rego": 'package aiact.lib.x\n\nx := net.lookup_ip_addr("a")'}, "uses net"),
        ({"lib/x.rego": 'package aiact.lib.x\n\nx if print("a")'}, "uses print"),
    ],
)
def test_what_is_not_safe_to_load_is_refused(loaded: Load, changed: dict[str, str | None], said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        loaded(changed)


@pytest.mark.parametrize(
    "text",
    [
        'x := "[[[[[[[[[[[[" # http.send and (((((((((((((',
        "x := `[[[[[[[[[[[[ http.send(`",
        'x := "\\"[[[[[[[[[[[[ rand.intn"',
        "x := input.http.send",
        "x := " + "[1], [2], " * 20 + "[3]",
        'x := "https://eur-lex.europa.eu"',
        "x := time.date(0)",
    ],
)
def test_what_only_looks_unsafe_is_loaded(loaded: Load, text: str) -> None:
    if text.startswith("x := [1], "):
        text = "x := [" + text.removeprefix("x := ") + "]"
    assert "lib/x.rego" in loaded({"lib/x.rego": f"package aiact.lib.x\n\n{text}\n"}).modules


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "main.rego").write_bytes(b"package aiact.main\n\xff\xfe")
    with pytest.raises(PolicyError, match=r"main\.rego is not UTF-8"):
        load_policies(bundled=folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="is not a folder"):
        load_policies(bundled=tmp_path / "absent")


def _custom(tmp_path: Path, package: str, path: str = "house/style/rule.rego") -> Path:
    file = tmp_path / "custom" / path
    file.parent.mkdir(parents=True)
    file.write_text(RULE.replace('aiact.rules["demo"]["simple"]', package))
    return tmp_path / "custom"


def test_rules_of_an_organisation_are_added(tmp_path: Path) -> None:
    folder = _custom(tmp_path, 'aiact.custom["house"]["style"]')
    policies = load_policies([folder], bundled=write(tmp_path / "p"))
    assert policies.rules["custom/house/style"] == "custom/1/house/style/rule.rego"
    assert policies.origin("custom/1/house/style/rule.rego") == folder / "house" / "style" / "rule.rego"


@pytest.mark.parametrize(
    ("package", "path", "said"),
    [
        ('aiact.rules["demo"]["simple"]', "demo/simple/rule.rego", "already that of|the package must be"),
        ("aiact.main", "house/style/rule.rego", "already that of|the package must be"),
        ("aiact.lib.extra", "house/style/rule.rego", "the package must be"),
        ('aiact.custom["house"]["other"]', "house/style/rule.rego", "the package must be"),
        ('aiact.custom["house"]["style"]', "rule.rego", "must lie in"),
    ],
)
def test_rules_of_an_organisation_replace_nothing(tmp_path: Path, package: str, path: str, said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        load_policies([_custom(tmp_path, package, path)], bundled=write(tmp_path / "p"))


def test_an_empty_folder_of_an_organisation_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PolicyError, match="no rules were loaded"):
        load_policies([tmp_path / "empty"], bundled=write(tmp_path / "p"))


def test_everything_bundled_passes_the_guards() -> None:
    policies = load_policies()
    assert all(f"{rule}/rule.rego" in path for rule, path in policies.rules.items())


def test_a_tampered_data_file_changes_what_the_decision_carries(loaded: Load) -> None:
    policies = loaded({"data/sample.json": json.dumps({"sample": {}})})
    with EmbeddedEngine(policies) as engine, pytest.raises(EngineError, match="the classification has no usable"):
        list(engine.evaluate([policy_input()]))


def test_line_ends_of_windows_change_nothing(loaded: Load) -> None:
    plain = loaded({})
    windows = loaded({RULE_PATH: plain.modules[RULE_PATH].replace("\n", "\r\n")})
    assert (windows.modules, windows.revision) == (plain.modules, plain.revision)
