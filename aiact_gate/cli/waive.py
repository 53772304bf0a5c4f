# SPDX-License-Identifier: Apache-2.0
"""`aiact-gate waive`: one more waiver in the file of waivers."""

from pathlib import Path

import click

from aiact_gate import clock, config
from aiact_gate.discover import discover, top_of
from aiact_gate.errors import UsageError
from aiact_gate.policy.files import load_policies
from aiact_gate.policy.metadata import read_rules
from aiact_gate.report.ansi import harmless
from aiact_gate.waivers import MAX_DAYS, NAME
from aiact_gate.waivers.append import append
from aiact_gate.waivers.faults import problem
from aiact_gate.waivers.systems import require


@click.command("waive")
@click.argument("rule")
@click.argument("system")
@click.option("--owner", required=True, help="The person or team that answers for it.")
@click.option("--reason", required=True, help="Why the release cannot wait, and what is done about it.")
@click.option("--expires", required=True, metavar="DATE", help="The last day (YYYY-MM-DD, UTC), at most 180 days away.")
@click.option("--ticket", help="Where the work is tracked.")
@click.option("--approved-by", help="Who agreed.")
@click.option(
    "--file", type=click.Path(path_type=Path), help=f"The file to add to; {NAME} at the top of the repository."
)
@click.option(
    "--config", "config_", type=click.Path(path_type=Path), help="Read this file, not the nearest configuration."
)
@click.option(
    "--policy",
    "policies",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Know the rules of this folder too; repeatable.",
)
@click.option("--as-of", metavar="DATE", help="The day on which it is granted; today in UTC if not given.")
def command(
    rule: str,
    system: str,
    owner: str,
    reason: str,
    expires: str,
    ticket: str | None,
    approved_by: str | None,
    file: Path | None,
    config_: Path | None,
    policies: tuple[Path, ...],
    as_of: str | None,
) -> int:
    """Let SYSTEM (its id) be released although RULE (family/rule) is not satisfied.

    The finding stays in every report, with its owner, and warns. Nobody can waive Art. 5 or the faults of a manifest.
    """
    chosen = config.chosen(config_, ())
    path = file or chosen.waivers or top_of([Path.cwd()]) / NAME
    granted = clock.parse(as_of) if as_of else clock.today()
    entry = {
        "rule": rule,
        "system": system,
        "owner": owner,
        "reason": reason,
        "ticket": ticket,
        "approved_by": approved_by,
        "granted": granted.isoformat(),
        "expires": clock.parse(expires).isoformat(),
    }
    rules = read_rules(load_policies((*chosen.policies, *policies)))
    if fault := problem(entry, rules, clock.day_number(granted), chosen.max_waiver_days or MAX_DAYS):
        raise UsageError(fault.message, fault.hint)
    require(system, discover([top_of([Path.cwd()])]))
    line = append(path, entry)
    click.echo(f"{path}:{line}: {harmless(rule)} is waived for {harmless(system)} until {entry['expires']}")
    return 0
