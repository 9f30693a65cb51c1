"""How many meetings a participant can hold, and how many there is room for, in a set of slots."""

from __future__ import annotations

from .grid import Grid, bits


def most_in_block(grid: Grid, q: int, block: int) -> int:
    """The most meetings of participant ``q`` in the slots of ``block``, its rests taken into account."""
    union = 0
    for p in grid.pairs_of[q]:
        union |= grid.allowed[p]
    slots = union & block
    if not grid.rest[q]:
        return grid.seats[q] * slots.bit_count()
    return grid.seats[q] * sum(longest_with_rest(slots & part, grid.rest[q]) for part in grid.blocks)


def places(grid: Grid, block: int) -> int:
    """The most meetings that the slots of ``block`` have room for: tables, and people to sit at them."""
    people = grid.conference.participants
    crossing = all({people[a].side, people[b].side} == {"producer", "buyer"} for a, b in grid.ends)
    total = 0
    for t in bits(block):
        seats = {"producer": 0, "buyer": 0, "peer": 0}
        for q, p in enumerate(people):
            if grid.available[q] >> t & 1:
                seats[p.side] = seats.get(p.side, 0) + grid.seats[q]
        most = min(seats["producer"], seats["buyer"]) if crossing else sum(seats.values()) // 2
        total += min(grid.capacity[t], most)
    return total


def longest_with_rest(slots: int, rest: int) -> int:
    """The most of ``slots`` that can be used with at most ``rest`` adjacent ones in a row."""
    total = 0
    run = 0
    for t in range(slots.bit_length() + 1):
        if slots >> t & 1:
            run += 1
        else:
            total += run - run // (rest + 1)
            run = 0
    return total
