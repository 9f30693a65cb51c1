"""Who can interpret for whom, as limits of a slot like the number of its tables.

Two parties need an interpreter when the languages of both are known and they share none. By Hall's theorem
(1935) the interpreters of a slot can serve its meetings exactly when for every set of them the meetings that
nobody else can serve are no more than they are. Such a set is a *crew*; only sets that some meetings ask for
need be looked at, and there are few. Where a conference names no interpreters the rule does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from .conference import Conference

Languages = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Crew:
    """Interpreters, the pairs (by position) that only they can serve, and how many are there by slot.

    The crew without anybody serves the pairs for whom no interpreter is named.
    """

    languages: Languages
    pairs: frozenset[int]
    room: tuple[int, ...]


def needs(conference: Conference) -> dict[int, int]:
    """The pairs that need an interpreter, each with the rows of ``interpreters`` that can serve it (bits)."""
    spoken = {p.id: frozenset(p.languages) for p in conference.participants}
    rows = [i.languages for i in conference.interpreters]
    found = {}
    for pair, e in enumerate(conference.pairs):
        one, other = spoken[e.a], spoken[e.b]
        if one and other and not one & other:
            found[pair] = sum(1 << r for r, known in enumerate(rows) if known & one and known & other)
    return found


def crews(conference: Conference) -> list[Crew]:
    """Every crew that may run short, smaller ones first; none where no interpreters are named."""
    if not conference.interpreters:
        return []
    asked = needs(conference)
    sets = new = set(asked.values())
    while new:  # what does not overlap needs no looking at together
        new = {one | other for one in new for other in sets if one & other} - sets
        sets = sets | new
    ordered = sorted(sets, key=lambda rows: (rows.bit_count(), rows))
    return [_crew(conference, rows, asked) for rows in ordered]


def _crew(conference: Conference, rows: int, asked: dict[int, int]) -> Crew:
    inside = [i for r, i in enumerate(conference.interpreters) if rows >> r & 1]
    pairs = frozenset(p for p, own in asked.items() if not own & ~rows and bool(own) == bool(rows))
    room = tuple(sum(i.count for i in inside if i.there(slot.id)) for slot in conference.slots)
    return Crew(tuple(dict.fromkeys(tuple(sorted(i.languages)) for i in inside)), pairs, room)
