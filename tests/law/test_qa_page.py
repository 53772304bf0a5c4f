# SPDX-License-Identifier: Apache-2.0
"""The page about the Commission's questions and answers says what its data says, and refers to what exists."""

from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from tests.support import REPOSITORY


@pytest.fixture(scope="module")
def table() -> ModuleType:
    spec = spec_from_file_location("qa_table", REPOSITORY / "tools" / "qa_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_claim_is_answered_by_something_that_exists(table: ModuleType) -> None:
    assert table.problems() == []


def test_the_page_is_up_to_date(table: ModuleType) -> None:
    assert table.PAGE.read_text(encoding="utf-8") == table.page(), "run tools/qa_table.py"
