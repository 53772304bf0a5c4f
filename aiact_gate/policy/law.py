# SPDX-License-Identifier: Apache-2.0
"""The catalogue of the law, read from policies/data, as the judge and the collectors ask for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from aiact_gate.model import NotApplicable, Penalty

_SIZES: Final = {"sme": "an SME", "smc": "a small mid-cap", "large": "an undertaking that is neither SME nor SMC"}


@dataclass(frozen=True)
class Law:
    """The data of the law: `data` is what the policies see as `data.law`."""

    data: Mapping[str, Any]

    @property
    def obligations(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the entries of the catalogue by id, in the order of the Act."""
        entries: Mapping[str, Mapping[str, Any]] = self.data["obligations"]
        return entries

    @property
    def version(self) -> str:
        """Return the date on which the law data was last checked against the Official Journal."""
        return str(self.data["edition"]["version"])

    def obligation(self, key: str) -> Mapping[str, Any]:
        """Return one entry of the catalogue."""
        return {"penalty": [], **self.obligations[key]}

    def beyond_reach(self, key: str) -> str:
        """Return why no repository can show this obligation, or an empty text if one could."""
        return str(self.data.get("beyond_reach", {}).get(key, ""))

    def element_text(self, obligations: Sequence[str], ref: str) -> str:
        """Return what the Act asks under `ref`; an element that a rule invented has no text."""
        return next((self._elements[key, ref] for key in obligations if (key, ref) in self._elements), "")

    def penalty(self, key: str, size: str | None = None) -> Penalty:
        """Return the upper frame of a fine by its key (Art. 99, 100, 101), and for a known size which amount counts."""
        frame = self.data["penalties"][key]
        rule = frame["rule"]
        if size in _SIZES and "lower_for" in frame:
            rule = f"the {'lower' if size in frame['lower_for'] else 'higher'} of the two, for {_SIZES[size]}"
        return Penalty(
            basis=frame["basis"],
            max_eur=frame["max_eur"],
            max_turnover_pct=frame["max_turnover_pct"],
            rule=rule,
        )

    def penalties(self, obligations: Sequence[str], size: str | None) -> list[Penalty]:
        """Return the frames that the breach of obligations can lead to, each once."""
        named = (tuple(obligations), size)
        if named not in self._frames:
            keys = dict.fromkeys(key for obligation in obligations for key in self.obligation(obligation)["penalty"])
            self._frames[named] = [self.penalty(key, size) for key in keys]
        return self._frames[named]

    def bystanders(self, concerned: Iterable[str], roles: Sequence[str]) -> list[NotApplicable]:
        """Return the entries that do not concern a system with these roles, and when each of them would."""
        held = frozenset(roles)
        named = (frozenset(concerned), held)
        if named not in self._others:
            self._others[named] = [
                NotApplicable(
                    id=key,
                    reason=entry["applies_when"]
                    if held & set(entry["roles"])
                    else f"only for {', '.join(entry['roles'])}",
                )
                for key, entry in self.obligations.items()
                if key not in named[0]
            ]
        return self._others[named]

    # Systems of one kind share what the law says about them, which would else be told a thousand times over.
    @cached_property
    def _frames(self) -> dict[tuple[tuple[str, ...], str | None], list[Penalty]]:
        return {}

    @cached_property
    def _others(self) -> dict[tuple[frozenset[str], frozenset[str]], list[NotApplicable]]:
        return {}

    @cached_property
    def _elements(self) -> dict[tuple[str, str], str]:
        return {
            (key, element["ref"]): element["text"]
            for key, entry in self.obligations.items()
            for element in entry.get("elements", [])
        }
