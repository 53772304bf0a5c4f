# SPDX-License-Identifier: Apache-2.0
"""What in a manifest asks for less than before: a lower class, a role or evidence less, an answer taken back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from aiact_gate.compare.side import Pair, Weakening, dotted, value_at
from aiact_gate.model import System
from aiact_gate.report.words import CLASSES

_RANKS: Final = (
    frozenset({"out_of_scope"}),
    frozenset({"minimal"}),
    frozenset({"annex_iii_derogated"}),
    frozenset({"transparency"}),
    frozenset({"gpai"}),
    frozenset({"gpai_systemic"}),
    frozenset({"high_risk_annex_i", "high_risk_annex_iii"}),
    frozenset({"prohibited"}),
)
_FILTER: Final = "Art. 6(3)"  # the one point that takes duties away
_LISTS: Final = {"a1_acts": "act", "iii_exits": "point"}
_CLASSIFYING: Final = ("/classification", "/transparency", "/gpai", "/biometrics")
Facts = Mapping[str, Mapping[str, Any]]


def weakenings(pair: Pair, facts: Facts) -> Iterator[Weakening]:
    """Yield everything in which the system of today answers for less; `facts` are those of the catalogue."""
    withdrawn = list(_withdrawn(pair, facts))
    yield from _class(pair, withdrawn)
    yield from _roles(pair)
    yield from _evidence(pair)
    yield from withdrawn


def _weakening(pair: Pair, code: str, pointer: str, told: str, key: str = "") -> Weakening:
    message = f"{told} ({pair.places(pointer)})"
    return Weakening(f"changes/{code}", message, pair.now.rel, pair.now.locate(pointer), key or pointer)


def _class(pair: Pair, withdrawn: Iterable[Weakening]) -> Iterator[Weakening]:
    before, after = pair.before.system, pair.after.system
    if not _lost_classes(before, after) and not _lost_points(before, after):
        return
    told = f"the class went from {_told(before)} to {_told(after)}"
    because = [change.key for change in withdrawn if change.key.startswith(_CLASSIFYING)]
    yield _weakening(pair, "class-lowered", next(iter(because), "/classification"), told, "class")


def _rank(name: str) -> int:
    return next((rank for rank, names in enumerate(_RANKS) if name in names), len(_RANKS))


def _lost_classes(before: System, after: System) -> set[str]:
    """Return the classes that are gone and for which no higher one came."""
    was, now = set(before["classes"]), set(after["classes"])
    highest = max(map(_rank, now - was), default=-1)
    return {name for name in was - now if _rank(name) >= highest}


def _lost_points(before: System, after: System) -> set[str]:
    if "prohibited" in set(after["classes"]) - set(before["classes"]):
        return set()  # what is prohibited is not high-risk besides
    return set(before["points"]) - set(after["points"]) - {_FILTER}


def _told(system: System) -> str:
    names = " and ".join(CLASSES.get(name, name) for name in system["classes"]) or "none"
    return f"{names} ({', '.join(system['points'])})" if system["points"] else names


def _roles(pair: Pair) -> Iterator[Weakening]:
    now = pair.after.system["roles"]
    for role in pair.before.system["roles"]:
        if role not in now:
            left = f"{', '.join(now)} {'is' if len(now) == 1 else 'are'} left" if now else "no role is left"
            told = f"the role {role} was dropped; {left}".replace("_", " ")
            yield _weakening(pair, "role-dropped", "/operator/roles", told, role)


def _evidence(pair: Pair) -> Iterator[Weakening]:
    was, now = pair.was.data.get("evidence"), pair.now.data.get("evidence")
    for pointer in _gone(was, now, "/evidence"):
        told = f"{dotted(pointer)} was removed: {pair.turned(pointer)}"
        yield _weakening(pair, "evidence-removed", pointer, told)
    for pointer in _excused(was, now, "/evidence"):
        told = f"{dotted(pointer)} is newly called not applicable: {pair.turned(pointer)}"
        yield _weakening(pair, "answer-withdrawn", pointer, told)


def _gone(was: Any, now: Any, pointer: str) -> Iterator[str]:
    """Yield where something was declared and is no more; another shape of the same thing is no loss."""
    if _is_nothing(was):
        return
    if _is_nothing(now):
        yield pointer
    elif isinstance(was, dict) and isinstance(now, dict):
        for key, value in was.items():
            if key not in {"not_applicable", "titles"}:
                yield from _gone(value, now.get(key), f"{pointer}/{_escaped(key)}")
    elif isinstance(was, list) and isinstance(now, list) and len(now) < len(was):
        yield pointer


def _excused(was: Any, now: Any, pointer: str) -> Iterator[str]:
    for key, value in now.items() if isinstance(now, dict) else ():
        before = was.get(key) if isinstance(was, dict) else None
        if key == "not_applicable" and isinstance(value, dict):
            known = before if isinstance(before, dict) else {}
            yield from (f"{pointer}/{key}/{_escaped(ref)}" for ref in value if ref not in known)
        else:
            yield from _excused(before, value, f"{pointer}/{_escaped(key)}")


def _escaped(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


def _is_nothing(value: Any) -> bool:
    return value in (None, "", [], {}) or (isinstance(value, dict) and set(value) == {"undetermined"})


def _withdrawn(pair: Pair, facts: Facts) -> Iterator[Weakening]:
    """Yield one change for each place in the manifest: many facts may stand behind one answer."""
    places = dict.fromkeys(_places(pair, facts))
    pointers = {pointer for pointer, _ in places}
    for pointer, kind in places:
        below_another = any(pointer.startswith(f"{above}/") for above in pointers)
        if not below_another and value_at(pair.was.data, pointer) != value_at(pair.now.data, pointer):
            yield _weakening(pair, "answer-withdrawn", pointer, f"{dotted(pointer)} {kind}: {pair.turned(pointer)}")


def _places(pair: Pair, facts: Facts) -> Iterator[tuple[str, str]]:
    said, says = pair.said, pair.says
    raised = {
        says.pointers.get(fact) for fact in says.values if says.values[fact] is True and not said.values.get(fact)
    }
    for fact, old in said.values.items():
        about, new = facts.get(fact, {}), says.values.get(fact)
        if fact.startswith("role_") or about.get("kind") == "event" or about.get("polarity") == "exit":
            continue  # roles are told of by themselves, events end, and an exit that is given up asks for more
        pointer = said.pointers.get(fact, "")
        if new is None and old is False and pointer in raised:
            continue  # it followed from a no that has become a yes, and is a question of its own now
        if new is None:
            yield pointer, "is no longer answered"
        elif (old is True and new is False) or (fact in _LISTS and _fewer(fact, old, new)):
            yield pointer, "was taken back"
    for fact in sorted(_claimed(pair, facts)):
        yield says.pointers.get(fact, ""), "claims an exit"
    if _fewer("iii_exits", says.values.get("iii_exits"), said.values.get("iii_exits")):
        yield says.pointers.get("iii_exits", ""), "claims an exit"


def _claimed(pair: Pair, facts: Facts) -> set[str]:
    def taken(values: Mapping[str, Any]) -> set[str]:
        return {
            name for name, value in values.items() if value is True and facts.get(name, {}).get("polarity") == "exit"
        }

    now = taken(pair.says.values) | pair.says.claims.keys()
    return now - taken(pair.said.values) - pair.said.claims.keys()


def _fewer(fact: str, old: Any, new: Any) -> bool:
    """Tell whether a list of entries names less than before, by what tells its entries apart."""
    name: Callable[[Any], Any] = lambda entry: (entry.get(_LISTS[fact]), entry.get("reason"))  # noqa: E731
    return not {name(entry) for entry in old or []} <= {name(entry) for entry in new or []}
