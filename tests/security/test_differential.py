# SPDX-License-Identifier: Apache-2.0
"""The two engines give the same report for manifests made from the schema."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from aiact_gate.engine.select import EngineChoice
from aiact_gate.manifest.schema import branches, schema
from aiact_gate.manifest.validate import validate
from tests.manifest.samples import data as manifest_of
from tests.security.hostile import AS_OF, NIGHTLY
from tests.support import Figure, check, comparable

_BATCH, _BATCHES = 10, 50 if NIGHTLY else 6
_DATES = st.dates(date(2016, 1, 1), date(2034, 12, 31)).map(str)  # a filter would throw nearly all manifests away


def _values(node: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Return values of one node of the schema; what the schema says in ways not covered is left out later."""
    return st.one_of([_shape(shape, depth) for shape in branches(node)])


def _shape(shape: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:  # noqa: PLR0911 -- a table of kinds
    if "const" in shape:
        return st.just(shape["const"])
    if "enum" in shape:
        return st.sampled_from(shape["enum"])
    match shape.get("type"):
        case "boolean":
            return st.booleans()
        case "integer" | "number":
            low, high = shape.get("minimum", 0), shape.get("maximum", 10**9)
            return st.integers(int(low), int(high))
        case "array":
            return st.lists(_values(shape.get("items", {}), depth + 1), max_size=3, unique_by=json.dumps)
        case "object":
            return _mapping(shape, depth)
    if shape.get("format") == "date":
        return _DATES
    if "pattern" in shape:
        return st.from_regex(shape["pattern"], fullmatch=True)
    return st.text(st.characters(codec="ascii", categories=["L", "Nd"]), min_size=1, max_size=12)


def _mapping(shape: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    known = shape.get("properties", {})
    needed = {key: _values(known[key], depth + 1) for key in shape.get("required", ()) if key in known}
    if depth > 5:
        return st.fixed_dictionaries(needed)
    rest = {key: st.deferred(lambda key=key: _values(known[key], depth + 1)) for key in known if key not in needed}
    return st.fixed_dictionaries(needed, optional=rest)


_GROUPS = {key: node for key, node in schema()["properties"].items() if key not in ("apiVersion", "system")}
_MANIFESTS = st.fixed_dictionaries({}, optional={key: _values(node, 1) for key, node in _GROUPS.items()})


def _repaired(groups: dict[str, Any]) -> dict[str, Any]:
    """Return the groups without those that break the schema."""
    operator = groups.get("operator", {"name": "A"})
    kept = {"operator": operator if not validate(manifest_of(operator=operator)) else {"name": "A"}}
    for key, value in groups.items():
        if key != "operator" and not validate(manifest_of(**kept, **{key: value})):
            kept[key] = value
    return kept


@pytest.fixture
def seen(figure: Figure) -> Iterator[list[int]]:
    """Yield a list to which each batch adds how many manifests both engines judged alike."""
    counts: list[int] = []
    yield counts
    figure("manifests on both engines", sum(counts))
    assert sum(counts) == _BATCH * _BATCHES, "fewer manifests were made than are promised"


@settings(
    max_examples=_BATCHES,
    deadline=None,
    derandomize=not NIGHTLY,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(batch=st.lists(_MANIFESTS, min_size=_BATCH, max_size=_BATCH))
def test_both_engines_give_the_same_report(opa_path: Path, seen: list[int], batch: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for number, groups in enumerate(batch):
            system = {"id": f"s{number}", "name": "A", "version": "1.0.0"}
            whole = {"apiVersion": "aiact-gate/v1", "system": system, **_repaired(groups)}
            (root / f"s{number}.ai-system.yaml").write_text(json.dumps(whole), encoding="utf-8")
        embedded = check(root, AS_OF, EngineChoice(kind="embedded"))
        real = check(root, AS_OF, EngineChoice(kind="opa", path=opa_path))
    assert comparable(embedded) == comparable(real)
    assert embedded["counts"]["systems"] == _BATCH
    seen.append(_BATCH)
    judged = [system for system in embedded["systems"] if system["classification"] is not None]
    assert len(judged) >= _BATCH // 2
