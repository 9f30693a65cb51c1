"""What cannot be, said before planning: by code, with the participants and slots that bind.

Each finding concerns one participant, pair, slot or language, and can be put right by whoever prepares the
conference: a later departure, one table more, a smaller minimum. Nothing here stops a plan; what cannot be
met is left out of it and named there too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .causes import impossible
from .conference import Conference, SlotId
from .grid import Grid, bits
from .interpreting import shortages, unspoken


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that cannot be, or (``asks_more_than_slots``) cannot be in full."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)

    def as_record(self) -> dict[str, Any]:
        return {"code": self.code, "facts": self.facts}


def feasibility(conference: Conference) -> list[Finding]:
    """Everything found, musts first; empty when nothing stands in the way."""
    grid = Grid(conference)
    return [
        *_musts(grid),
        *_participants(grid),
        *_tables(grid),
        *(Finding(code, facts) for code, facts in shortages(grid)),
        *_idle_languages(conference),
    ]


def _idle_languages(conference: Conference) -> Iterator[Finding]:
    """A language interpreted that nobody is known to speak: a slip, or languages that are missing."""
    parties = [p.languages for p in conference.participants]
    for language in unspoken((i.languages for i in conference.interpreters), parties):
        count = sum(i.count for i in conference.interpreters if language in i.languages)
        facts = {"languages": [[language]], "interpreters": count, "unknown": parties.count(())}
        yield Finding("language_nobody_speaks", facts)


def _musts(grid: Grid) -> Iterator[Finding]:
    for pair, required in enumerate(grid.required):
        if required and not grid.allowed[pair]:
            e = grid.conference.pairs[pair]
            code, facts = impossible(grid, pair)
            yield Finding("must_impossible", {"a": e.a, "b": e.b, "cause": code, "facts": facts})


def _participants(grid: Grid) -> Iterator[Finding]:
    for q, p in enumerate(grid.conference.participants):
        slots = grid.available[q].bit_count() * grid.seats[q]
        musts = [i for i in grid.pairs_of[q] if grid.required[i]]
        room = min(slots, grid.most[q])
        if len(musts) > room:
            facts = {"participant": p.id, "musts": len(musts), "slots": room}
            yield Finding("more_musts_than_slots", {**facts, "partners": _partners(grid, q, musts)})
        if p.max_meetings is not None and slots < p.max_meetings < grid.slot_count:
            yield Finding(
                "asks_more_than_slots", {"participant": p.id, "asks": p.max_meetings, "slots": slots}
            )
        if grid.least[q]:
            yield from _minimum(grid, q, slots)


def _minimum(grid: Grid, q: int, slots: int) -> Iterator[Finding]:
    """Whether one participant alone, with all others free for it, could reach its minimum."""
    least, who = grid.least[q], grid.conference.participants[q].id
    facts: dict[str, Any] = {"participant": who, "min": least}
    possible = [i for i in grid.pairs_of[q] if grid.allowed[i]]
    if slots < least:
        yield Finding("minimum_above_slots", {**facts, "slots": slots})
    elif len(possible) < least:
        absent = [i for i in grid.pairs_of[q] if not grid.allowed[i]]
        facts |= {"possible": len(possible), "never_together_with": _partners(grid, q, absent)}
        yield Finding("minimum_above_partners", facts)
    else:
        reachable = most_at_once(grid, q, possible)
        if reachable < least:
            common = 0
            for i in possible:
                common |= grid.allowed[i]
            facts |= {"possible": reachable, "partners": _partners(grid, q, possible)}
            yield Finding("minimum_unreachable", {**facts, "slots": _slot_ids(grid, common)})


def most_at_once(grid: Grid, q: int, pairs: list[int]) -> int:
    """The most of ``pairs`` that participant ``q`` can hold, each in a slot of its own (times its seats)."""
    holder: dict[tuple[int, int], int] = {}

    def seat(pair: int, tried: set[tuple[int, int]]) -> bool:
        for t in bits(grid.allowed[pair]):
            for k in range(grid.seats[q]):
                if (t, k) in tried:
                    continue
                tried.add((t, k))
                if (t, k) not in holder or seat(holder[t, k], tried):
                    holder[t, k] = pair
                    return True
        return False

    return sum(seat(pair, set()) for pair in pairs)


def _tables(grid: Grid) -> Iterator[Finding]:
    """More fixed musts in a slot than tables, or fewer places in all than musts and minima need."""
    fixed: Counter[int] = Counter()
    for pair, required in enumerate(grid.required):
        slot = grid.conference.pairs[pair].fixed_slot
        if required and slot is not None and grid.allowed[pair]:
            fixed[grid.slot_at[slot]] += 1
    for t, n in sorted(fixed.items()):
        if n > grid.capacity[t]:
            slot_id = grid.conference.slots[t].id
            yield Finding(
                "too_few_tables_in_slot", {"slot": slot_id, "needed": n, "tables": grid.capacity[t]}
            )
    sides: Counter[str] = Counter()
    for q, p in enumerate(grid.conference.participants):
        sides[p.side if _crosses(grid, q) else "peer"] += grid.least[q]
    needed = max(max(sides.values()), -(-sum(sides.values()) // 2), sum(grid.required))
    if needed > sum(grid.capacity):
        worst = min(range(grid.slot_count), key=lambda t: (grid.capacity[t], t))
        yield Finding(
            "too_few_tables",
            {
                "needed": needed,
                "places": sum(grid.capacity),
                "slots": grid.slot_count,
                "fewest_in": grid.conference.slots[worst].id,
                "per_slot": -(-needed // grid.slot_count),
            },
        )


def _crosses(grid: Grid, q: int) -> bool:
    """Whether the participant's pairs are all with another side, so that its minimum is its side's own."""
    people = grid.conference.participants
    return all(people[a].side != people[b].side for a, b in (grid.ends[i] for i in grid.pairs_of[q]))


def _partners(grid: Grid, q: int, pairs: list[int]) -> list[str]:
    people = grid.conference.participants
    return [people[b if a == q else a].id for a, b in (grid.ends[i] for i in pairs)]


def _slot_ids(grid: Grid, mask: int) -> list[SlotId]:
    return [grid.conference.slots[t].id for t in bits(mask)]
