# SPDX-License-Identifier: Apache-2.0
"""The schema for an editor, where the first line of a manifest names it."""

from pathlib import Path

import click

from aiact_gate.report.write import write
from aiact_gate.resources import schemas_dir
from aiact_gate.scaffold import EDITOR_SCHEMA


def lend_schema(manifest: Path) -> None:
    """Put the schema beside a manifest, so that an editor completes and checks it without a network."""
    target = manifest.parent / EDITOR_SCHEMA
    if target.exists() or target.parent.is_symlink():
        return
    target.parent.mkdir(exist_ok=True)
    write(target, (schemas_dir() / target.name).read_text(encoding="utf-8"))
    click.echo(f"{target} written, so that an editor completes and checks the manifest; commit it or ignore it.")
