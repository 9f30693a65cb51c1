"""The fewest gaps of one participant if all others were free for it: together, a bound for everybody.

Successive meetings count as neighbours only in adjacent slots (rule ``any``), so a participant's slots are a
few runs; every way of laying so many runs is tried until its meetings can be dealt to the slots of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from .grid import Grid, bits

MOST_GAPS = 2  # looked for; who needs more is counted with this many
MOST_LAYOUTS = 50_000


def fewest_gaps(grid: Grid, q: int) -> int:
    """A lower bound on the gaps of participant ``q`` in any timetable with all musts, by rule ``any``."""
    pairs = [p for p in grid.pairs_of[q] if grid.required[p] or p in grid.settled]
    others = any(grid.allowed[p] and p not in pairs for p in grid.pairs_of[q])
    if grid.conference.rules.gaps != "any" or others or grid.seats[q] != 1 or len(pairs) < 2:
        return 0
    masks = [grid.allowed[p] for p in pairs]
    usable = 0
    for mask in masks:
        usable |= mask
    tried = 0
    for gaps in range(MOST_GAPS):
        for slots in _runs(usable, len(pairs), gaps + 1, 0):
            tried += 1
            if tried > MOST_LAYOUTS or _dealt(masks, slots):
                return gaps
    return MOST_GAPS


def _runs(usable: int, length: int, runs: int, start: int) -> Iterator[int]:
    """Sets of ``length`` usable slots from ``start`` on, in at most ``runs`` runs."""
    for first in range(start, usable.bit_length()):
        longest = 0
        while usable >> (first + longest) & 1 and longest < length:
            longest += 1
        for n in range(longest if runs == 1 else 1, longest + 1):
            block = ((1 << n) - 1) << first
            if n == length:
                yield block
            elif runs > 1 and n:
                for rest in _runs(usable, length - n, runs - 1, first + n + 1):
                    yield block | rest


def _dealt(masks: list[int], slots: int) -> bool:
    """Whether every meeting gets a slot of its own (augmenting paths)."""
    holder: dict[int, int] = {}

    def seat(i: int, tried: set[int]) -> bool:
        for t in bits(masks[i] & slots):
            if t not in tried:
                tried.add(t)
                if t not in holder or seat(holder[t], tried):
                    holder[t] = i
                    return True
        return False

    return all(seat(i, set()) for i in range(len(masks)))
