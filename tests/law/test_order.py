# SPDX-License-Identifier: Apache-2.0
"""The embedded engine must answer each part of the classification alone as it does within the whole decision."""

import json
from datetime import date
from typing import Any

import pytest
import regorus

from aiact_gate.policy.files import load_policies

PARTS = {
    "classes": "classes.classes",
    "points": "points.points",
    "roles": "roles.held",
    "derived": "derived.derived",
    "obligations": "duty.obligations",
    "core": "core.core",
    "questions": "core.questions",
    "exits": "exits.exits",
    "notes": "notes.notes",
    "steps": "steps.steps",
}
_DAYS = date(2025, 1, 1).toordinal() - date(1970, 1, 1).toordinal()
SYSTEMS: dict[str, dict[str, Any]] = {
    "nothing-answered": {},
    "hiring": {"role_provider": True, "role_deployer": True, "iii_4a": True, "placed_on_market_date": _DAYS},
    "medical-device": {"role_product_manufacturer": True, "a1_act": 11, "a1_is_product": True},
    "vehicle": {"role_provider": True, "a1_act": 18, "a1_is_product": True, "interacts_with_persons": True},
    "banned": {"role_provider": True, "p5e_face_db_scraping": True, "iii_1a": True},
    "model": {"role_gpai_provider": True, "gpai_model": True, "training_flop": 2e25, "placed_on_market_date": _DAYS},
    "filtered": {
        "role_provider": True,
        "iii_4a": True,
        "art6_3_claimed": True,
        "f_a": True,
        "f_no_significant_risk": True,
        "f_no_material_influence": True,
        "performs_profiling": False,
    },
}


@pytest.fixture(scope="module")
def engine() -> regorus.Engine:
    policies = load_policies()
    loaded = regorus.Engine()
    for path, text in policies.modules.items():
        loaded.add_policy(path, text)
    loaded.add_data_json(json.dumps(policies.document()))
    return loaded


def _ask(engine: regorus.Engine, answers: dict[str, Any], query: str) -> Any:
    manifest = {"id": "a-system", "name": "A system", "version": None, "answers": answers}
    given = {"undetermined": {}, "claims": {}, "details": {}}
    system = {
        "manifest": {**manifest, **given},
        "facts": {},
        "history": {},
        "context": {"as_of": 20779, "readings": {}},
    }
    engine.set_input_json(json.dumps(system))
    return json.loads(engine.eval_query_as_json(query))["result"][0]["expressions"][0]["value"]


@pytest.mark.parametrize("answers", SYSTEMS.values(), ids=SYSTEMS.keys())
def test_parts_alone_and_together(engine: regorus.Engine, answers: dict[str, Any]) -> None:
    whole = _ask(engine, answers, "data.aiact.main.decision")["classification"]
    alone = {key: _ask(engine, answers, f"data.aiact.classify.{rule}") for key, rule in PARTS.items()}
    assert alone == {key: whole[key] for key in PARTS}
