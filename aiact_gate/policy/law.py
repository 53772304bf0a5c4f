# SPDX-License-Identifier: Apache-2.0
"""The catalogue of the law, read from policies/data, as the judge and the collectors ask for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from aiact_gate.model import Penalty


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

    def penalty(self, key: str) -> Penalty:
        """Return the upper frame of a fine by its key (Art. 99, 100, 101)."""
        frame = self.data["penalties"][key]
        return Penalty(
            basis=frame["basis"],
            max_eur=frame["max_eur"],
            max_turnover_pct=frame["max_turnover_pct"],
            rule=frame["rule"],
        )

    @cached_property
    def _elements(self) -> dict[tuple[str, str], str]:
        return {
            (key, element["ref"]): element["text"]
            for key, entry in self.obligations.items()
            for element in entry.get("elements", [])
        }
