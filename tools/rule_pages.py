# SPDX-License-Identifier: Apache-2.0
"""Writes docs/rules/: a page for every rule and every built-in finding, and the index by family, article and role.

`python tools/rule_pages.py` writes the pages and removes those of rules that are gone; with --check it lists what
is stale.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from aiact_gate import problems  # noqa: E402 -- after the path, so that the script runs by its name
from aiact_gate.policy.custom import folder_of  # noqa: E402
from aiact_gate.policy.files import load_policies  # noqa: E402
from aiact_gate.policy.law import Law  # noqa: E402
from aiact_gate.policy.metadata import read_rules  # noqa: E402
from tools.rulepages import builtin, index, page  # noqa: E402

FOLDER: Final = ROOT / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return every page by its path below docs/rules."""
    policies = load_policies()
    rules, law = dict(sorted(read_rules(policies).items())), Law(policies.data["law"])
    made = {f"{rule.id}.md": page.render(rule, law, folder_of(policies, rule)) for rule in rules.values()}
    made |= {f"{code}.md": builtin.render(code) for code in problems.codes()}
    return {**made, "index.md": index.render(rules, law)}


def stale(wanted: Mapping[str, str], folder: Path = FOLDER) -> list[str]:
    """Return the pages that are missing, different or left over."""
    found = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in folder.rglob("*.md")}
    return sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))


def main() -> int:
    """Write the pages, or check them."""
    wanted = pages()
    changed = stale(wanted)
    if "--check" in sys.argv[1:]:
        print("\n".join(changed) or "up to date")
        return 1 if changed else 0
    for name in changed:
        target = FOLDER / name
        if name not in wanted:
            target.unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(wanted[name], encoding="utf-8", newline="\n")
    print(f"{len(wanted)} pages, {len(changed)} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
