# SPDX-License-Identifier: Apache-2.0
"""Several reports as one: every id, path and fingerprint carries the name of the report that it comes from."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, cast

from aiact_gate.errors import UsageError
from aiact_gate.findings import fingerprint
from aiact_gate.model import DISCLAIMER, REPORT_SCHEMA, Element, EvidenceFile, Finding, Fixed, Report, System, worst

_SHARED: Final = ("tool", "law", "lead_days")


def merge(reports: Mapping[str, Report]) -> Report:
    """Return one report over all systems; raise UsageError when the reports are not of one day."""
    days = {report["as_of"]: name for name, report in reports.items()}
    if len(days) != 1:
        told = ", ".join(f"{name} as on {day}" for day, name in sorted(days.items()))
        raise UsageError(f"the reports are not of one day: {told}", hint="judge all with the same --as-of")
    ordered = dict(sorted(reports.items()))
    systems = [_system(name, system) for name, report in ordered.items() for system in report["systems"]]
    # where they differ, the oldest law data and tool are named, as no more can be promised for all
    base = min(ordered.values(), key=lambda report: (report["law"]["version"], report["tool"]["version"]))
    return Report(
        schema=REPORT_SCHEMA,
        tool=base["tool"],
        law=base["law"],
        as_of=base["as_of"],
        lead_days=min(report["lead_days"] for report in ordered.values()),
        verdict=worst([report["verdict"] for report in ordered.values()]),
        counts=_counts(ordered),
        systems=systems,
        left_out=[
            {"path": f"{name}/{item['path']}", "reason": item["reason"]}
            for name, report in ordered.items()
            for item in report["left_out"]
        ],
        notes=_notes(ordered),
        disclaimer=DISCLAIMER,
        run={"merged": list(ordered)},
    )


def _system(name: str, system: System) -> System:
    merged: System = {
        **system,
        "id": f"{name}/{system['id']}",
        "manifest": f"{name}/{system['manifest']}",
        "findings": [_finding(name, finding) for finding in system["findings"]],
        "evidence": [cast("EvidenceFile", {**item, "file": f"{name}/{item['file']}"}) for item in system["evidence"]],
    }
    if "fixed" in system:
        merged["fixed"] = [_fixed(name, gone) for gone in system["fixed"]]
    return merged


def _fixed(name: str, gone: Fixed) -> Fixed:
    return {**gone, "location": {**gone["location"], "file": f"{name}/{gone['location']['file']}"}}


def _finding(name: str, finding: Finding) -> Finding:
    where = finding["location"]
    return {
        **finding,
        "location": {**where, "file": f"{name}/{where['file']}"},
        "elements": [_element(name, element) for element in finding["elements"]],
        "fingerprint": fingerprint(name, finding["fingerprint"]),
    }


def _element(name: str, element: Element) -> Element:
    return {**element, "file": f"{name}/{element['file']}"} if element["file"] else element


def _counts(reports: Mapping[str, Report]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for report in reports.values():
        counts.update(report["counts"])
    return dict(counts)


def _notes(reports: Mapping[str, Report]) -> list[str]:
    """Return every note once, after those that say in what the reports differ."""
    differing = []
    for key in _SHARED:
        values = {name: _told(report, key) for name, report in reports.items()}
        if len(set(values.values())) > 1:
            told = ", ".join(f"{name} {value}" for name, value in values.items())
            differing.append(f"The reports differ in {key.replace('_', ' ')}: {told}.")
    return list(dict.fromkeys([*differing, *(note for report in reports.values() for note in report["notes"])]))


def _told(report: Report, key: str) -> str:
    value = report[key]  # type: ignore[literal-required]
    return str(value.get("version") if isinstance(value, dict) else value)
