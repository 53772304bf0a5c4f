# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate schema`: the contracts as JSON Schema."""

from typing import Final

import click

from aiact_gate.resources import schemas_dir

NAMES: Final = ("ai-system", "policy-input", "report", "config", "waivers", "baseline")
_END: Final = ".v1.json"
_RECORDS: Final = sorted(path.name.removesuffix(_END) for path in (schemas_dir() / "evidence").glob(f"*{_END}"))


@click.command("schema")
@click.argument("name", type=click.Choice([*NAMES, *_RECORDS]), metavar="[NAME]", default="ai-system", required=False)
def command(name: str) -> int:
    """Print the JSON Schema NAME: the manifest's if none is given.

    NAME is ai-system, policy-input, report, config, waivers, baseline, or a record of evidence such as risk-register.
    An editor reads it from a file, without a network: `aiact-gate schema risk-register > risk-register.v1.json`.
    """
    folder = schemas_dir() if name in NAMES else schemas_dir() / "evidence"
    click.echo((folder / f"{name}{_END}").read_text(encoding="utf-8"), nl=False)
    return 0
