# SPDX-License-Identifier: Apache-2.0
"""The report as one HTML file that needs no network: a page to read, to filter, to print and to keep."""

import base64
import hashlib
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from aiact_gate.model import Report
from aiact_gate.report.html.view import page


def render(report: Report) -> str:
    """Return the page; its policy lets nothing run or load but the one style and the one script inside it."""
    style, script = _resource("style.css"), _resource("filter.js")
    environment = Environment(
        loader=DictLoader({name: _resource(name) for name in ("report.html.j2", "system.html.j2")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    # both are files of this package, without anything from a repository in them
    own = {"style": Markup(style), "script": Markup(script), "policy": policy}  # noqa: S704
    return environment.get_template("report.html.j2").render(**own, **page(report))


def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
