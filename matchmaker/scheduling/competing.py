"""Who competes with whom for too little, where no single participant is to blame for what is missing.

The programme that finds how little must be missing puts a price on each of its limits. Whoever has a price
on its minimum (or a must on itself) and the limits with a price hang together: these minima or musts need
more meetings than those limits leave room for, whatever the timetable. It is the deficient set of Hall's
theorem (1935), read from the dual solution.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from .grid import Grid, bits
from .limits import places
from .schedule import Short, Unmet
from .selection import Model, Scarce
from .timetable import Timetable

MOST_CELLS = 20_000  # pairs times slots: up to so many, single slots are looked at instead of sessions
LIMITS = {"in_block": "person", "limit": "person", "places": "places", "interpreters": "crew"}
MINIMA = {
    "time": "minima_compete",
    "tables": "minima_compete_for_tables",
    "interpreters": "minima_compete_for_interpreters",
}
MUSTS = {
    "time": "musts_compete",
    "tables": "musts_compete_for_tables",
    "interpreters": "musts_compete_for_interpreters",
}
CROWDED = ("slots_taken", "interpreters_taken")
Node = tuple[str, int]


@dataclass(slots=True)
class _Group:
    """What hangs together: the wants with a price (participants or pairs) and the limits they meet with."""

    wants: set[int]
    people: set[int]
    slots: int
    tables: bool
    languages: list[list[str]]

    @property
    def scarce(self) -> str:
        """What there is too little of: a key of `MINIMA` and `MUSTS`."""
        return "interpreters" if self.languages else "tables" if self.tables else "time"


def explained(
    timetable: Timetable, unmet: Iterable[Unmet], short: Iterable[Short], seconds: float
) -> tuple[tuple[Unmet, ...], tuple[Short, ...]]:
    """The same, with joint causes where others' meetings stood in the way and a set of rivals is proven."""
    unmet, short, grid = tuple(unmet), tuple(short), timetable.grid
    crowded = any(u.code in CROWDED for u in unmet), any(s.code == "partners_taken" for s in short)
    if not any(crowded) or seconds <= 0:
        return unmet, short
    model = Model(grid, _blocks(grid))
    if crowded[0]:
        found = model.scarce(None, seconds)
        musts = {} if found is None else _of_musts(grid, model.blocks, found)
        unmet = tuple(
            replace(u, code=f[0], facts=f[1]) if u.code in CROWDED and (f := musts.get(_key(u))) else u
            for u in unmet
        )
    if crowded[1]:
        found = model.scarce(timetable.missing, seconds)
        minima = {} if found is None else _of_minima(grid, model.blocks, found)
        short = tuple(
            replace(s, code=f[0], facts=f[1])
            if s.code == "partners_taken" and (f := minima.get(s.participant))
            else s
            for s in short
        )
    return unmet, short


def _blocks(grid: Grid) -> list[int]:
    if sum(mask.bit_count() for mask in grid.allowed) > MOST_CELLS:
        return grid.blocks
    return [1 << t for t in range(grid.slot_count)]


def _key(unmet: Unmet) -> frozenset[str]:
    return frozenset((unmet.a, unmet.b))


def _of_minima(grid: Grid, blocks: list[int], found: Scarce) -> dict[str, tuple[str, dict[str, Any]]]:
    people, out = grid.conference.participants, dict[str, tuple[str, dict[str, Any]]]()
    wants = {q: grid.pairs_of[q] for kind, q, _ in found.rows if kind == "minimum"}
    for group in _groups(grid, blocks, wants, found):
        lacking = round(sum(found.lacking.get(q, 0.0) for q in group.wants))
        if not lacking:
            continue
        needed = sum(grid.least[q] for q in group.wants)
        facts = {
            "participants": [people[q].id for q in sorted(group.wants)],
            "partners": [people[q].id for q in sorted(group.people - group.wants)],
            **_room(grid, group, needed, lacking),
        }
        alone = group.scarce == "time" and not group.people - group.wants
        code = "minima_compete_together" if alone else MINIMA[group.scarce]
        out.update({people[q].id: (code, facts) for q in group.wants})
    return out


def _of_musts(
    grid: Grid, blocks: list[int], found: Scarce
) -> dict[frozenset[str], tuple[str, dict[str, Any]]]:
    c, out = grid.conference, dict[frozenset[str], tuple[str, dict[str, Any]]]()
    wants = {p: [p] for kind, p, _ in found.rows if kind == "must"}
    for group in _groups(grid, blocks, wants, found):
        lacking = round(sum(found.lacking.get(p, 0.0) for p in group.wants))
        if not lacking:
            continue
        facts = {
            "pairs": [[c.pairs[p].a, c.pairs[p].b] for p in sorted(group.wants)],
            "participants": [c.participants[q].id for q in sorted(group.people)],
            **_room(grid, group, len(group.wants), lacking),
        }
        out.update({c.pairs[p].key: (MUSTS[group.scarce], facts) for p in group.wants})
    return out


def _room(grid: Grid, group: _Group, needed: int, lacking: int) -> dict[str, Any]:
    slots = [grid.conference.slots[t].id for t in bits(group.slots)]
    told = {"languages": group.languages} if group.languages else {}
    return {"needed": needed, "room": needed - lacking, "slots": slots, **told}


def _groups(grid: Grid, blocks: list[int], wants: dict[int, list[int]], found: Scarce) -> list[_Group]:
    """Wants and limits that touch through a pair that could meet under the limit, each such cluster once."""
    root: dict[Node, Node] = {("want", w): ("want", w) for w in wants}

    def top(node: Node) -> Node:
        while root.setdefault(node, node) != node:
            node = root[node]
        return node

    limits = {row for row in found.rows if row[0] in LIMITS}
    for want, pairs in wants.items():
        for p in pairs:
            for kind, i, _ in _limits_of(grid, blocks, p, limits):
                root[top((LIMITS[kind], i))] = top(("want", want))
    groups: dict[Node, _Group] = {}
    for want in wants:
        groups.setdefault(top(("want", want)), _Group(set(), set(), 0, False, [])).wants.add(want)
    for kind, i, b in limits:
        node = (LIMITS[kind], i)
        group = groups.get(top(node)) if node in root else None
        if group is None:
            continue
        if kind == "interpreters":
            group.languages += [list(known) for known in grid.crews[i].languages]
            group.slots |= blocks[b]
        elif kind == "places":
            group.slots |= blocks[i]
            if places(grid, blocks[i]) == sum(grid.capacity[t] for t in bits(blocks[i])):
                group.tables = True
            else:  # the parties who are there are fewer than the tables
                group.people |= {
                    q
                    for w in group.wants
                    for p in wants[w]
                    if grid.allowed[p] & blocks[i]
                    for q in grid.ends[p]
                }
        else:
            group.people.add(i)
            group.slots |= blocks[b] if kind == "in_block" else 0
    return list(groups.values())


def _limits_of(
    grid: Grid, blocks: list[int], pair: int, limits: Collection[tuple[str, int, int]]
) -> list[tuple[str, int, int]]:
    """The limits with a price under which a pair could meet."""
    own = [("limit", q, 0) for q in grid.ends[pair]]
    for b, block in enumerate(blocks):
        if grid.allowed[pair] & block:
            own += [("places", b, 0), *(("in_block", q, b) for q in grid.ends[pair])]
            own += [("interpreters", n, b) for n in grid.crews_of[pair]]
    return [row for row in own if row in limits]
