"""Meetings whose parties share no language: whether the interpreters suffice, and who serves which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from .conference import Conference, Meeting
from .crews import crews, needs
from .faults import Problem
from .grid import Grid, bits

IMPOSSIBLE, STRANGER = 1_000.0, 1.0


@dataclass(frozen=True, slots=True)
class Interpreter:
    """One interpreter: the languages, and the number among those with the same ones, from 1."""

    languages: tuple[str, ...]
    number: int

    def as_record(self) -> dict[str, Any]:
        return {"languages": list(self.languages), "number": self.number}


def interpreters_of(conference: Conference, meetings: Iterable[Meeting]) -> dict[frozenset[str], Interpreter]:
    """Who interprets at which meeting; as far as possible one who has just served one of the parties.

    A meeting that nobody is free for is left out.
    """
    need = {conference.pairs[p].key: rows for p, rows in needs(conference).items()}
    staff = [(r, n) for r, i in enumerate(conference.interpreters) for n in range(i.count)]
    if not need or not staff:
        return {}
    latest: list[frozenset[str]] = [frozenset()] * len(staff)
    seats, found = _numbered(conference, staff), dict[frozenset[str], Interpreter]()
    by_slot: dict[Any, list[frozenset[str]]] = {}
    for m in meetings:
        if m.key in need:
            by_slot.setdefault(m.slot, []).append(m.key)
    for slot in conference.slots:
        keys = sorted(by_slot.get(slot.id, ()), key=sorted)
        there = [conference.interpreters[r].there(slot.id) for r, _ in staff]
        cost = np.array(
            [
                [
                    IMPOSSIBLE if not (need[key] >> r & 1 and there[s]) else STRANGER * (not key & latest[s])
                    for s, (r, _) in enumerate(staff)
                ]
                for key in keys
            ]
        )
        for row, s in zip(*linear_sum_assignment(cost), strict=True) if keys else ():
            if cost[row, s] < IMPOSSIBLE:
                found[keys[row]], latest[s] = seats[s], keys[row]
    return found


def _numbered(conference: Conference, staff: list[tuple[int, int]]) -> list[Interpreter]:
    count: dict[tuple[str, ...], int] = {}
    seats = []
    for r, _ in staff:
        languages = tuple(sorted(conference.interpreters[r].languages))
        count[languages] = count.get(languages, 0) + 1
        seats.append(Interpreter(languages, count[languages]))
    return seats


def unserved(conference: Conference, meetings: Iterable[Meeting]) -> Iterator[Problem]:
    """Slots to come in which more meetings need certain interpreters than there are."""
    keys, order = [e.key for e in conference.pairs], {s.id: t for t, s in enumerate(conference.slots)}
    previous = conference.previous
    now = 0 if previous is None or previous.now is None else order[previous.now]
    limits, held = crews(conference), [(order[m.slot], m) for m in meetings]
    for t in sorted({t for t, _ in held if t >= now}):
        named: set[frozenset[str]] = set()
        for crew in limits:
            its = {keys[p] for p in crew.pairs}
            here = [m for at, m in held if at == t and m.key in its]
            if len(here) > crew.room[t] and not named & {m.key for m in here}:
                named |= {m.key for m in here}
                yield Problem(
                    "no_interpreter_free",
                    {
                        "slot": conference.slots[t].id,
                        "pairs": [[m.a, m.b] for m in here],
                        "meetings": len(here),
                        "interpreters": crew.room[t],
                        "languages": [list(known) for known in crew.languages],
                    },
                )


def shortages(grid: Grid) -> Iterator[tuple[str, dict[str, Any]]]:
    """Musts that no interpreter serves, and crews with more musts than turns, in all or in a fixed slot.

    Says nothing of parties whose languages are not known.
    """
    c = grid.conference
    musts = [p for p in needs(c) if grid.required[p] and grid.allowed[p]]
    if not c.interpreters:
        for p in musts:
            e = c.pairs[p]
            yield "no_interpreter", {"a": e.a, "b": e.b, "languages": spoken(grid, p)}
    reported: set[int] = set()
    for crew in grid.crews:
        its = [p for p in musts if p in crew.pairs and p not in reported]
        together = 0
        for p in its:
            together |= grid.allowed[p]
        facts: dict[str, Any] = {
            "pairs": [[c.pairs[p].a, c.pairs[p].b] for p in its],
            "languages": [list(known) for known in crew.languages],
        }
        places = sum(crew.room[t] for t in bits(together))
        if len(its) > places:
            yield "interpreters_short", {**facts, "needed": len(its), "places": places}
            reported |= set(its)
            continue
        for t in bits(together):
            fixed = [p for p in its if grid.allowed[p] == 1 << t]
            if len(fixed) > crew.room[t]:
                pairs = [[c.pairs[p].a, c.pairs[p].b] for p in fixed]
                yield (
                    "interpreters_short_in_slot",
                    {
                        **facts,
                        "pairs": pairs,
                        "slot": c.slots[t].id,
                        "needed": len(fixed),
                        "places": crew.room[t],
                    },
                )
                reported |= set(fixed)


def unspoken(interpreted: Iterable[Iterable[str]], spoken_by: Iterable[Iterable[str]]) -> list[str]:
    """The languages of interpreters that no party is known to speak, in order; none while no party's
    languages are known."""
    known = {language for languages in spoken_by for language in languages}
    offered = {language for languages in interpreted for language in languages}
    return sorted(offered - known) if known else []


def spoken(grid: Grid, pair: int) -> list[list[str]]:
    """The languages of the two parties, for a sentence."""
    return [sorted(grid.conference.participants[q].languages) for q in grid.ends[pair]]
