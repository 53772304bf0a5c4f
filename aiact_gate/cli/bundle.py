# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate bundle`: the rules for an OPA server."""

from pathlib import Path

import click

from aiact_gate.policy.bundle import write_bundle
from aiact_gate.policy.files import load_policies


@click.command("bundle")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), default=Path("aiact-gate-bundle.tar.gz"))
def command(path: Path) -> int:
    """Write the rules and the law data to PATH; start OPA with `opa run --server --bundle PATH`."""
    policies = load_policies()
    write_bundle(policies, path)
    click.echo(f"{path}: {len(policies.modules)} modules, revision {policies.revision}")
    return 0
