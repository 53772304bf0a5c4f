# SPDX-License-Identifier: Apache-2.0
"""Tools from outside, which a test skips without."""

from collections.abc import Iterator

import pytest

from tests.report import browser as chromium
from tests.report.npm import Npm


@pytest.fixture(scope="session")
def npm(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Npm:
    cache: pytest.Cache | None = getattr(pytestconfig, "cache", None)
    return Npm(cache.mkdir("npm") if cache else tmp_path_factory.mktemp("npm"))


@pytest.fixture(scope="module")
def browser() -> Iterator[chromium.Browser]:
    if reason := chromium.missing():
        pytest.skip(reason)
    with chromium.Browser() as one:
        yield one
