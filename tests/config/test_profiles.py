# SPDX-License-Identifier: Apache-2.0
"""Profiles and raised severities: what only warns, what never does, and that nothing is lowered."""

import json
import re
from pathlib import Path

import pytest

from aiact_gate import profiles
from aiact_gate.errors import PolicyError, UsageError
from aiact_gate.judge import Bench, _severity
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.law import Law
from aiact_gate.policy.metadata import PROTECTED, read_rules
from aiact_gate.resources import policies_dir
from tests.support import REPOSITORY, check, finding_of, only_system
from tests.waivers.given import rule

HIRING = REPOSITORY / "examples" / "hiring-highrisk"
IN_FORCE = {"warn_only": False, "timing": "in_force", "due": 10}
NAMES = ["deployer", "gpai", "provider", "starter", "strict"]


def _bench(profile: str | None = None, **raised: str) -> Bench:
    named = {name.replace("__", "/").replace("_", "-"): severity for name, severity in raised.items()}
    return Bench(20, 0, {}, Law({}), profiles.load(profile), named)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_names_families_that_exist_and_never_the_protected(name: str) -> None:
    assert profiles.names() == NAMES
    profile = profiles.load(name)
    assert profile.title
    assert profile.description
    assert profile.warns <= {path.name for path in (policies_dir() / "rules").iterdir()}
    assert not profile.warns & PROTECTED
    assert bool(profile.notes) == bool(profile.warns)


def test_a_profile_that_weakens_the_protected_is_refused(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "lax.json").write_text('{"title": "a", "description": "b", "warns": ["prohibited-practices"]}')
    monkeypatch.setattr(profiles, "_folder", lambda: tmp_path)
    with pytest.raises(PolicyError, match="weakens prohibited-practices"):
        profiles.load("lax")


@pytest.mark.parametrize(
    ("name", "profile", "expected"),
    [
        ("human-oversight/stop-function", None, "error"),
        ("human-oversight/stop-function", "starter", "warning"),
        ("human-oversight/stop-function", "provider", "error"),
        ("human-oversight/stop-function", "strict", "error"),
        ("human-oversight/new-rule", "gpai", "warning"),
        ("unheard-of/rule", "starter", "error"),
        ("transparency/chat-notice", "starter", "error"),
        ("prohibited-practices/screening", "starter", "error"),
        ("manifest/core-answers", "starter", "error"),
        ("custom/human-oversight/rule", "starter", "error"),
    ],
)
def test_what_blocks_under_a_profile(name: str, profile: str | None, expected: str) -> None:
    assert _severity(rule(name), IN_FORCE, _bench(profile)) == expected


def test_a_family_that_warns_still_blocks_for_article_5() -> None:
    cited = rule("human-oversight/stop-function", provisions=("Art. 5(1)(a)",))
    assert _severity(cited, IN_FORCE, _bench("starter")) == "error"
    other = rule("human-oversight/stop-function", provisions=("Art. 50(1)", "Art. 53"))
    assert _severity(other, IN_FORCE, _bench("starter")) == "warning"


@pytest.mark.parametrize(
    ("own", "wanted", "duty", "expected"),
    [
        ("note", "error", None, "error"),
        ("note", "warning", IN_FORCE, "warning"),
        ("note", "error", IN_FORCE, "error"),
        ("note", "error", {**IN_FORCE, "warn_only": True}, "error"),
        ("warning", "error", {**IN_FORCE, "timing": "upcoming", "due": 30}, "warning"),
        ("warning", "error", {**IN_FORCE, "timing": "conditional", "due": None}, "warning"),
        ("error", "error", {**IN_FORCE, "warn_only": True}, "error"),
    ],
)
def test_a_raised_severity_outweighs_the_profile_and_never_the_date(own: str, wanted: str, duty, expected: str) -> None:
    bench = _bench("starter", literacy__measures=wanted)
    assert _severity(rule("literacy/measures", severity=own), duty, bench) == expected


def test_severities_are_raised_and_never_lowered() -> None:
    rules = {name: rule(name, severity=own) for name, own in (("a/note", "note"), ("a/error", "error"))}
    wanted = {"a/note": "warning", "a/error": "error", "waivers/orphan": "error"}
    assert profiles.raised(wanted, rules, ["waivers/orphan"]) == wanted
    with pytest.raises(UsageError, match="cannot be lowered to warning"):
        profiles.raised({"a/error": "warning"}, rules)
    with pytest.raises(UsageError, match="no rule 'a/errors'") as caught:
        profiles.raised({"a/errors": "error"}, rules)
    assert caught.value.hint == "did you mean a/error?"


def test_a_profile_and_a_raised_severity_reach_the_report() -> None:
    everything = only_system(check(HIRING, "2027-12-02"))
    report = check(HIRING, "2027-12-02", profile=profiles.load("starter"), severity={"literacy/measures": "error"})
    system = only_system(report)
    rules = read_rules(load_policies())
    for finding in everything["findings"]:
        after = finding_of(system, finding["rule"])
        assert after is not None
        if finding["rule"] == "literacy/measures":
            assert (finding["severity"], after["severity"]) == ("note", "error")
        elif finding["severity"] == "error":
            warned = rules[finding["rule"]].family in profiles.load("starter").warns
            assert after["severity"] == ("warning" if warned else "error")
    assert report["notes"][0].startswith(
        "The profile starter lets these families warn and not block: accuracy-robustness,"
    )


def test_the_documentation_names_what_each_profile_lets_warn() -> None:
    text = (REPOSITORY / "docs" / "configuration.md").read_text(encoding="utf-8")
    for name in NAMES:
        content = json.loads((policies_dir() / "profiles" / f"{name}.json").read_text(encoding="utf-8"))
        (row,) = re.findall(rf"^\| `{name}` \|.*$", text, re.MULTILINE)
        assert set(re.findall(r"`([a-z0-9-]+)`", row)) - {name} == set(content["warns"])
