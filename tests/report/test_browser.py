# SPDX-License-Identifier: Apache-2.0
"""The page in a real browser: it reads, filters, prints and loads nothing."""

from pathlib import Path
from typing import Any

import pytest

from aiact_gate.report import html
from tests.report.browser import Browser
from tests.report.npm import Npm
from tests.report.samples import NAMES, sample

VIEWS = [(1200, 900, "light"), (1200, 900, "dark"), (390, 844, "light"), (390, 844, "dark")]
SHOWN = "return [...document.querySelectorAll('[data-status]')].filter(row => !row.hidden).length"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(html.render(sample("blocked")), encoding="utf-8")
    return path


def _open(browser: Browser, path: Path) -> None:
    browser.logs()  # forget what an earlier page said
    browser.open(path)


@pytest.mark.parametrize("name", NAMES)
def test_no_error_nothing_loaded_and_no_sideways_scrolling(name: str, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.html"
    path.write_text(html.render(sample(name)), encoding="utf-8")
    for width, height, scheme in VIEWS:
        browser.view(width, height, scheme)
        _open(browser, path)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), (width, scheme)
        assert browser.run("return performance.getEntriesByType('resource').length") == 0
    assert browser.logs() == []


def test_filters(browser: Browser, page: Path) -> None:
    browser.view(1200, 900, "light")
    _open(browser, page)
    everything = browser.run(SHOWN)
    told = "return document.getElementById('shown').textContent"
    assert browser.run(told) == f"{everything} of {everything} entries shown"
    browser.type("#search", "ANNEX iv technical")
    found = browser.run(SHOWN)
    assert 0 < found < everything
    assert browser.run(told).startswith(f"{found} of ")
    browser.click("button[type=reset]")
    assert browser.run_async("setTimeout(arguments[0], 50)") is None
    assert browser.run(SHOWN) == everything
    browser.click("input[value=met]")
    assert browser.run("return [...document.querySelectorAll('[data-status=met]')].every(row => row.hidden)")
    browser.type("#severity", "error")
    assert browser.run(
        "return [...document.querySelectorAll('[data-status]')].filter(row => !row.hidden)"
        ".every(row => row.dataset.severity === 'error')"
    )


def test_filters_by_keyboard_alone(browser: Browser, page: Path) -> None:
    browser.view(1200, 900, "light")
    _open(browser, page)
    everything = browser.run(SHOWN)
    browser.type("input[value=met]", " ")
    assert browser.run("return [...document.querySelectorAll('[data-status=met]')].every(row => row.hidden)")
    assert browser.run("return document.activeElement.matches(':focus-visible')")
    browser.type("button[type=reset]", "\ue007")  # Enter
    assert browser.run_async("setTimeout(arguments[0], 50)") is None
    assert browser.run(SHOWN) == everything
    folded = browser.run("return document.querySelector('details.system').open")
    browser.type("details.system > summary", "\ue007")
    assert browser.run("return document.querySelector('details.system').open") is not folded


def test_the_keyboard_reaches_the_content_first(browser: Browser, page: Path) -> None:
    browser.view(1200, 900, "light")
    _open(browser, page)
    for kind in ("rawKeyDown", "keyUp"):
        browser.devtools("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert browser.run("return document.activeElement.textContent") == "Skip to the systems"


def test_print_unfolds_everything_and_hides_the_filters(browser: Browser, page: Path) -> None:
    browser.view(1200, 900, "dark")
    _open(browser, page)
    folded = browser.run("return document.querySelectorAll('details:not([open])').length")
    assert folded > 0
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return document.querySelectorAll('details:not([open])').length") == 0
    browser.devtools("Emulation.setEmulatedMedia", media="print")
    assert browser.run("return getComputedStyle(document.getElementById('filters')).display") == "none"
    assert browser.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run("return document.querySelectorAll('details:not([open])').length") == folded
    browser.devtools("Emulation.setEmulatedMedia", media="")


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_axe_finds_nothing(view: tuple[int, int, str], browser: Browser, page: Path, npm: Npm) -> None:
    axe = (npm("axe-core", "4.14.1") / "axe.min.js").read_text(encoding="utf-8")
    browser.view(*view)
    _open(browser, page)
    browser.run(axe)
    answer: dict[str, Any] = browser.run_async("axe.run(document).then(arguments[0])")
    assert [(item["id"], [node["html"][:200] for node in item["nodes"]][:3]) for item in answer["violations"]] == []
