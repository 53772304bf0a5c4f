# SPDX-License-Identifier: Apache-2.0
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aiact_gate.evidence.collect import collect
from aiact_gate.evidence.consistency import claimed, standard_key
from aiact_gate.evidence.index import build
from aiact_gate.resources import schemas_dir
from tests.evidence.conftest import Repo

SYSTEM = {
    "system": {
        "id": "talent-rank",
        "name": "TalentRank",
        "version": "2.3.0",
        "intended_purpose": "Ranks job applications for recruiters.",
    },
    "operator": {"name": "Acme Recruiting GmbH", "roles": ["provider"]},
    "market": {"placed_on_market": "2027-12-02", "put_into_service": "none"},
}
LAW = {
    "D": {"elements": [{"ref": "V.1", "text": "name"}, {"ref": "V.2", "text": "provider"}]},
    "R": {"elements": [{"ref": "VIII.A.1", "text": "provider"}, {"ref": "VIII.A.4", "text": "trade name"}]},
}
INDEX = build(
    LAW,
    {
        "declaration-of-conformity": {"obligations": ["D"], "anchor": "Annex V"},
        "registration": {"obligations": ["R"], "anchor": "Annex VIII"},
    },
)


def found(repo: Repo, document: str, evidence: str = "declaration-of-conformity", **operator: Any) -> dict[str, Any]:
    repo.write("d.md", document)
    data = {**SYSTEM, "operator": {**SYSTEM["operator"], **operator}, "evidence": {evidence: "d.md"}}
    facts = collect(repo.manifest(data), repo.root, INDEX).consistency
    part = json.loads((schemas_dir() / "policy-input.v1.json").read_text())["properties"]["consistency"]
    Draft202012Validator(part).validate(facts)
    return facts


def differing(facts: dict[str, Any]) -> list[tuple[str, str, int]]:
    return [(row["about"], row["said"], row["line"]) for row in facts["differs"]]


@pytest.mark.parametrize(
    ("front", "about"),
    [
        ("system: OldRank", "name"),
        ("system_name: Talent", None),
        ("system: TalentRank 2.3.0", None),
        ("system: talent-rank", None),
        ("system: {name: OldRank}", "name"),
        ("provider: Other Ltd", "provider"),
        ("provider: Acme Recruiting", None),
        ("provider: ACME RECRUITING GMBH, Berlin", None),
        ("manufacturer: Acme Robots GmbH", "provider"),
        ("placed_on_market: 2027-12-02", None),
        ("placed_on_market: '2027-12-02'", None),
        ("placed_on_market: 2027-12-03", "placed_on_market"),
        ("put_into_service: none", None),
        ("put_into_service: 2027-12-02", "put_into_service"),
        ("intended_purpose: Ranks applications for a job so that recruiters read them in order.", None),
        ("intended_purpose: Detects cracks in bridges from pictures of drones.", "intended_purpose"),
        ("title: OldRank by Other Ltd", None),
    ],
)
def test_front_matter(repo: Repo, front: str, about: str | None) -> None:
    facts = found(repo, f"---\n{front}\n---\n# Declaration\n\nSome words about it.\n")
    assert [row["about"] for row in facts["differs"]] == ([about] if about else [])


def test_the_sections_that_have_to_name_system_and_provider(repo: Repo) -> None:
    text = "# Declaration\n\n## V.1 Name\n\n{}\n\n## V.2 Provider\n\n{}\n"
    good = text.format("TalentRank, version 2.3.0, reference TR-23", "Acme Recruiting GmbH, Berlin")
    assert differing(found(repo, good)) == []
    other = text.format("OldRank, version 2.2.9, reference OR-22", "Other Ltd, Dublin")
    assert differing(found(repo, other)) == [("name", "", 3), ("version", "", 3), ("provider", "", 7)]
    assert differing(found(repo, text.format("TBD", ""))) == [], "what is not written yet says nothing"
    assert differing(found(repo, good.replace(", version 2.3.0", ""))) == []


def test_a_deployer_speaks_of_another_provider(repo: Repo) -> None:
    document = "---\nprovider: Vendor SA\n---\n# D\n\n## V.2 Provider\n\nVendor SA, 1 rue de la Paix, Paris\n"
    assert differing(found(repo, document, roles=["deployer"])) == []
    assert len(differing(found(repo, document))) == 2


def test_the_registration(repo: Repo) -> None:
    document = "# Registration\n\n## VIII.A.1\n\nOther Ltd, Dublin\n\n## VIII.A.4\n\nOldRank, reference OR-22\n"
    assert {about for about, _, _ in differing(found(repo, document, "registration"))} == {"name", "provider"}


def test_a_claimed_standard_has_its_place(repo: Repo) -> None:
    text = (
        "# D\n\n## Standards\n\nWe follow our own rules.\nThe harmonised standard EN 18286:2026 is applied\nin full.\n"
    )
    assert found(repo, text)["standards"] == [
        {
            "key": "EN18286",
            "standard": "EN 18286:2026",
            "id": "declaration-of-conformity",
            "file": "d.md",
            "line": 6,
        }
    ]


@pytest.mark.parametrize(
    ("sentence", "standards"),
    [
        ("We apply the harmonised standard EN 18286:2026.", ["EN 18286:2026"]),
        ("EN ISO/IEC 42001:2023 gives a presumption of conformity with the AI Act.", ["EN ISO/IEC 42001:2023"]),
        ("The reference of prEN 18229-1 is published in the Official Journal.", ["prEN 18229-1"]),
        ("Wir wenden die harmonisierte Norm DIN EN 18286 an.", ["DIN EN 18286"]),
        ("Systems under ISO/IEC 42001 are presumed to be in conformity with this Regulation.", ["ISO/IEC 42001"]),
        ("No harmonised standard was applied; EN 18286:2026 is not cited.", []),
        ("Once EN 18286 is cited in the Official Journal, presumption of conformity follows.", []),
        ("EN 18286:2026 will become a harmonised standard.", []),
        ("We follow ISO/IEC 42001:2023 and EN 18286:2026.", []),
        ("Harmonised standards are listed in the plan.", []),
        ("The harmonised standard EN ISO 14971:2019 is applied under Regulation (EU) 2017/745.", []),
        ("For machinery the harmonised standard EN ISO 12100 is applied.", []),
        ("Harmonised standard EN 18286 under Regulation (EU) 2024/1689 and (EU) 2017/745.", ["EN 18286"]),
        ("Is EN 18286 a harmonised standard?", []),
        ("Die harmonisierte Norm EN 18286 ist noch nicht im Amtsblatt genannt.", []),
    ],
)
def test_claims(sentence: str, standards: list[str]) -> None:
    assert claimed(sentence) == standards


def test_keys() -> None:
    assert {standard_key(name) for name in ("EN 18286:2026", "DIN EN 18286", "en 18286")} == {"EN18286"}
    assert standard_key("prEN 18286") == "PREN18286"


def test_long_sentences_take_no_long_time(repo: Repo) -> None:
    found(repo, "# D\n\n" + "harmonised standard cited EN " * 30_000)
