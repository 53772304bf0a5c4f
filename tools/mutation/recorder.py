# SPDX-License-Identifier: Apache-2.0
"""A pytest plugin that writes down every input which the tests give to the policies (`-p tools.mutation.recorder`)."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aiact_gate.prepare import Prepared, Preparer, Rejected


@pytest.fixture(autouse=True, scope="session")
def _recorded() -> Iterator[None]:
    seen: dict[str, Any] = {}
    original = Preparer.__call__

    def recording(self: Preparer, path: Path) -> Prepared | Rejected:
        item = original(self, path)
        if isinstance(item, Prepared):
            seen.setdefault(json.dumps(item.policy_input, sort_keys=True), item.policy_input)
        return item

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Preparer, "__call__", recording)
        yield
    Path(os.environ["MUTATION_INPUTS"]).write_text(
        json.dumps({"recorded": {"inputs": list(seen.values())}}), encoding="utf-8"
    )
