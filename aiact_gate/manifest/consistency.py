# SPDX-License-Identifier: Apache-2.0
"""Answers of one manifest that cannot all be true."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from aiact_gate.manifest.answers import Answers
from aiact_gate.manifest.dates import day
from aiact_gate.manifest.document import Manifest
from aiact_gate.manifest.problem import CONTRADICTION, Problem, dotted
from aiact_gate.manifest.schema import members, schema

_PRACTICES: Final = "/classification/prohibited_practices"
_EXITS: Final = "/classification/exits"
_POINTS: Final = "/classification/annex_iii"
_OUTSIDE: Final = ("x_military", "x_third_country_le", "x_scientific_sole", "x_premarket_rnd", "x_personal_use")
_PLACINGS: Final = ("placed_on_market_date", "put_into_service_date", "type_first_placed_date")


class Clash(NamedTuple):
    """Two places that contradict each other, and why."""

    first: str
    second: str
    why: str
    hint: str = ""


def contradictions(manifest: Manifest, answers: Answers, as_of: int | None = None) -> list[Problem]:
    """Return the contradictions, each at its first place and with the line of the other."""
    clashes = [clash for check in _CHECKS for clash in check(manifest.data, answers)]
    found = [_problem(manifest, clash) for clash in clashes]
    found += [*_no_role(manifest, answers), *_screened_later(manifest, as_of)]
    return sorted(found, key=lambda problem: (problem.line, problem.column, problem.message))


def _problem(manifest: Manifest, clash: Clash) -> Problem:
    here, there = manifest.locate(clash.first), manifest.locate(clash.second)
    message = f"{clash.why} ({dotted(clash.first)}, line {here.line}; {dotted(clash.second)}, line {there.line})"
    return Problem(clash.first, here.line, here.column, CONTRADICTION, message, clash.hint)


def _no_role(manifest: Manifest, answers: Answers) -> Iterator[Problem]:
    """Yield an empty list of roles: only whoever claims to stand outside the Act has none (Art. 3(3)-(8))."""
    outside = any(answers.values.get(fact) is True for fact in _OUTSIDE)
    if _group(manifest.data, "operator").get("roles") == [] and not outside:
        here = manifest.locate("/operator/roles")
        why = "operator.roles is empty, but whoever deals with a system has at least one role"
        hint = "name every role, or claim the exclusion that leaves none in market.exclusions"
        yield Problem("/operator/roles", here.line, here.column, CONTRADICTION, why, hint)


def _screened_later(manifest: Manifest, as_of: int | None) -> Iterator[Problem]:
    """Yield a screening that lies after the day of the check: what is still to come has answered nothing."""
    said = _group(manifest.data, "classification", "prohibited_practices").get("on")
    on = day(said)
    if as_of is not None and on is not None and on > as_of:
        here = manifest.locate(f"{_PRACTICES}/on")
        why = f"the screening for prohibited practices is dated {said}, after the day of this check"
        yield Problem(
            f"{_PRACTICES}/on", here.line, here.column, CONTRADICTION, why, "give the day on which it was done"
        )


def _group(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    for key in keys:
        found = data.get(key)
        data = found if isinstance(found, dict) else {}
    return data


def _listed(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = _group(data, "classification").get(key)
    return found if isinstance(found, list) else []


def _verification(data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield clashes of a carve-out for verification with identification: the two exclude each other."""
    remote = {
        "biometric_identification": "the system is said only to verify, and also to identify persons in a database",
        "realtime_rbi_le": "the system is said only to verify, and also to identify remotely in real time",
        "post_rbi_le": "the system is said only to verify, and also to identify remotely after the fact",
    }
    for index, entry in enumerate(_listed(data, "exits")):
        if entry["reason"] == "verification_only":
            for fact, why in remote.items():
                if answers.values.get(fact) is True and "biometric_active_involvement" not in answers.claims:
                    yield Clash(f"{_EXITS}/{index}", answers.pointers[fact], why, "withdraw the carve-out")


def _exit_points(data: dict[str, Any], _answers: Answers) -> Iterator[Clash]:
    """Yield carve-outs of points that are not listed, or for reasons that belong to another point."""
    points = {str(entry["point"]) for entry in _listed(data, "annex_iii")}
    allowed: dict[str, list[str]] = members(members(schema())["classification"])["exits"]["x-points"]
    for index, entry in enumerate(_listed(data, "exits")):
        point, reason, place = str(entry["point"]), entry["reason"], f"{_EXITS}/{index}"
        if point not in allowed[reason]:
            known = ", ".join(allowed[reason])
            yield Clash(
                f"{place}/reason", f"{place}/point", f"{reason} is no carve-out of {point}", f"it belongs to {known}"
            )
        elif point not in points and "annex_iii" in _group(data, "classification"):
            why = f"a carve-out is claimed for {point}, which is not listed"
            yield Clash(f"{place}/point", _POINTS, why, "list the point, or withdraw the carve-out")


def _filter(data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield claims of Art. 6(3) outside Annex III; that profiling defeats a claim is for the policies to say."""
    if answers.values.get("art6_3_claimed") is not True:
        return
    claim = answers.pointers["art6_3_claimed"]
    if _listed(data, "annex_i"):
        yield Clash(
            claim, "/classification/annex_i", "Art. 6(3) is claimed, but it does not exist for Annex I products"
        )
    if _group(data, "classification").get("annex_iii") == []:
        yield Clash(claim, _POINTS, "Art. 6(3) is claimed, but no point of Annex III is listed")


def _open_source(data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield an open-source exclusion that is claimed in spite of a prohibited practice."""
    claim = answers.pointers.get("x_foss", "")
    if answers.values.get("x_foss") is not True:
        return
    if _group(data, "classification", "prohibited_practices").get("met"):
        why = "the open-source exclusion is claimed with a prohibited practice that is met"
        yield Clash(claim, f"{_PRACTICES}/met", why, "the exclusion does not reach Art. 5")


def _practices(data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield practices that are met without a screening, or of which a single fact is denied."""
    group = _group(data, "classification", "prohibited_practices")
    table = members(members(schema())["classification"])["prohibited_practices"]["x-screening"]
    for index, letter in enumerate(group.get("met", [])):
        place = f"{_PRACTICES}/met/{index}"
        if letter not in group.get("screened", []):
            yield Clash(place, f"{_PRACTICES}/screened", f"practice ({letter}) is met, but was not screened")
        for fact in table[letter]["met"]:
            if answers.values.get(fact) is False and not _alternative(fact, answers):
                why = f"practice ({letter}) is met, but one of its facts is denied"
                yield Clash(place, answers.pointers[fact], why)


# Practice (c) needs one of two detriments; (ba) and (bb) need the purpose of the supplier or of the user.
_EITHER: Final = {
    "p5c_unrelated_context": "p5c_disproportionate",
    "p5c_disproportionate": "p5c_unrelated_context",
    "ncii_intended_purpose": "ncii_used_for_purpose",
    "ncii_used_for_purpose": "ncii_intended_purpose",
    "csam_intended_purpose": "csam_used_for_purpose",
    "csam_used_for_purpose": "csam_intended_purpose",
    "generates_visual_depictions": "generates_visual_audio_of_persons",
}


def _alternative(fact: str, answers: Answers) -> bool:
    return fact in _EITHER and answers.values.get(_EITHER[fact]) is True


def _generated(data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield what is shown or published without being among what is generated."""
    node = members(members(schema())["transparency"])["generates"]
    kinds = _group(data, "transparency").get("generates")
    if not isinstance(kinds, list):
        return
    for fact, needed in node["x-only-with"].items():
        if answers.values.get(fact) is True and not set(needed) & set(kinds):
            why = f"generates names none of {', '.join(needed)}"
            yield Clash(answers.pointers[fact], "/transparency/generates", why)


def _dates(_data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield dates that cannot follow each other."""
    orders = (
        ("type_first_placed_date", "placed_on_market_date", "the type was first placed after this system was placed"),
        ("type_first_placed_date", "put_into_service_date", "the type was first placed after this system was in use"),
        ("content_generated_date", "content_published_date", "the content was published before it was generated"),
    )
    for first, second, why in orders:
        early, late = answers.values.get(first), answers.values.get(second)
        if isinstance(early, int) and isinstance(late, int) and early > late:
            yield Clash(answers.pointers[first], answers.pointers[second], why)


def _design_changes(_data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield a design that changed before anything was placed: until then it is still being made (Art. 111(2))."""
    changed = answers.values.get("significant_design_change_date")
    if not isinstance(changed, int):
        return
    placed = {fact: answers.values[fact] for fact in _PLACINGS if isinstance(answers.values.get(fact), int)}
    if placed:
        first = min(placed, key=placed.__getitem__)
        if changed < placed[first]:
            here, why = answers.pointers[first], "the design changed before the first placing"
            yield Clash(here, answers.pointers["significant_design_change_date"], why)
    elif all(fact in answers.pointers for fact in _PLACINGS[:2]):
        why = "the design of what was never placed cannot have changed since"
        yield Clash(answers.pointers["significant_design_change_date"], answers.pointers[_PLACINGS[0]], why)


def _emotions(_data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield emotion recognition that the list of Annex III leaves out."""
    if answers.values.get("emotion_recognition") is True and answers.values.get("iii_1c") is False:
        yield Clash(answers.pointers["emotion_recognition"], _POINTS, "emotions are recognised, but 1(c) is not listed")


# Art. 3(5)-(7): who brings a system of others to the Union is in the Union, or makes it available there.
_OF_THE_UNION: Final = ("importer", "distributor", "authorised_representative")


def _union(data: dict[str, Any], answers: Answers) -> Iterator[Clash]:
    """Yield operators that the Act reaches by what they are, in a system that is said to have no link to the Union."""
    operator = _group(data, "operator")
    roles, place = operator.get("roles"), operator.get("established_in")
    states = schema()["$defs"]["country"]["x-union"]
    for role in roles if isinstance(roles, list) else ():
        if role in _OF_THE_UNION and answers.values.get("eu_other_operator") is False:
            why = f"the operator is {role.replace('_', ' ')}, a role on the Union market, and denies any link to it"
            yield Clash("/operator/roles", answers.pointers["eu_other_operator"], why, "withdraw one of the two")
        elif role == "deployer" and answers.values.get("eu_deployer") is False and place in states:
            why = f"the deployer is established in {place}, and denies that a deployer is in the Union"
            yield Clash("/operator/established_in", answers.pointers["eu_deployer"], why, "withdraw one of the two")


_CHECKS: Final = (
    _union,
    _verification,
    _exit_points,
    _filter,
    _open_source,
    _practices,
    _generated,
    _dates,
    _design_changes,
    _emotions,
)
