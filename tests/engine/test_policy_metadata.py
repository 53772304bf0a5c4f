# SPDX-License-Identifier: Apache-2.0
"""The METADATA block of a rule is read strictly, and its mistakes are named with file and line."""

from pathlib import Path

import pytest

from aiact_gate.errors import PolicyError
from aiact_gate.policy import metadata
from aiact_gate.policy.files import PolicySet
from tests.engine.small import RULE

FILE = Path("rules/demo/simple/rule.rego")


def test_every_part_is_read(policies: PolicySet) -> None:
    assert metadata.read_rules(policies) == {
        "demo/simple": metadata.RuleMeta(
            id="demo/simple",
            family="demo",
            title="A demonstration",
            description="Satisfied when the input says so.",
            provisions=("Art. 4",),
            obligations=("AIA-4-1",),
            due="literacy",
            severity="warning",
            evidence=("evidence.ai-literacy",),
            remediation="Say so in the input.",
            related_resources=("https://eur-lex.europa.eu/eli/reg/2024/1689/oj",),
            formerly=(),
        ),
    }


def test_a_renamed_rule_keeps_its_former_names() -> None:
    text = RULE.replace("#   due:", "#   formerly: [demo/old]\n#   due:")
    assert metadata.read("demo/simple", text, FILE).formerly == ("demo/old",)


def test_folded_text_is_joined() -> None:
    text = RULE.replace("# description: Satisfied", "# description: >-\n#   Satisfied\n#   always,")
    assert metadata.read("demo/simple", text, FILE).description.startswith("Satisfied always, when")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# METADATA\n", "", "1: the file must begin"),
        ("# title: A demonstration\n", "", "1: METADATA lacks the key 'title'"),
        ("#   remediation: Say so in the input.\n", "", "1: custom lacks the key 'remediation'"),
        ("# title:", "# scope: package\n# title:", "2: METADATA: scope is not a key"),
        ("#   due:", "#   level: high\n#   due:", "9: custom: level is not a key"),
        ("#   due: literacy", "#   due: someday", "9: custom: due must be one of any, "),
        ("#   severity: warning", "#   severity: fatal", "10: custom: severity must be one of error, warning, note"),
        ("# title: A demonstration", "# title: no", "2: METADATA: title must be text"),
        ("# title: A demonstration", "# title: ''", "2: METADATA: title must not be empty"),
        ('provisions: ["Art. 4"]', "provisions: Art. 4", "7: custom: provisions must be a list of texts"),
        ('provisions: ["Art. 4"]', "provisions: [4]", "7: custom: provisions must be a list of texts"),
        ('provisions: ["Art. 4"]', "provisions: []", "7: custom: provisions must not be empty"),
        ("# title: A demonstration", "# title: [a", "the METADATA block is not YAML"),
        ("# title: A demonstration", "# title: !!python/object:os.x {}", "the METADATA block is not YAML"),
        ("package aiact", "\npackage aiact", "13: the package must follow"),
        ("# custom:", "# custom: 3\n# x:", "custom must be a mapping"),
    ],
)
def test_mistakes_are_named_with_their_line(old: str, new: str, said: str) -> None:
    assert old in RULE
    with pytest.raises(PolicyError) as caught:
        metadata.read("demo/simple", RULE.replace(old, new), FILE)
    assert caught.value.message.startswith(f"{FILE}:")
    assert said in caught.value.message
