"""Meetings whose parties share no language, and whether the interpreters there can serve them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from .grid import Grid


def shortages(grid: Grid) -> Iterator[tuple[str, dict[str, Any]]]:
    """Musts that no interpreter serves, and languages with more musts than interpreters have slots.

    Says nothing of parties whose languages are not known, nor where no interpreters are named at all and no
    must needs one.
    """
    count: dict[frozenset[str], int] = {}
    for i in grid.conference.interpreters:
        count[i.languages] = count.get(i.languages, 0) + i.count
    needs: dict[frozenset[frozenset[str]], list[int]] = {}
    for pair, required in enumerate(grid.required):
        if required and grid.allowed[pair]:
            ways = _ways(grid, pair)
            if ways is not None:
                needs.setdefault(ways & frozenset(count), []).append(pair)
    for ways, pairs in needs.items():
        places = grid.slot_count * sum(count[w] for w in ways)
        facts = {"pairs": [_ids(grid, p) for p in pairs], "languages": sorted(sorted(w) for w in ways)}
        if places == 0:
            for p in pairs:
                a, b = _ids(grid, p)
                yield "no_interpreter", {"a": a, "b": b, "languages": _spoken(grid, p)}
        elif len(pairs) > places:
            yield "interpreters_short", {**facts, "needed": len(pairs), "places": places}


def _ways(grid: Grid, pair: int) -> frozenset[frozenset[str]] | None:
    """The pairs of languages that an interpreter could bridge; None if nobody is needed."""
    one, other = (set(grid.conference.participants[q].languages) for q in grid.ends[pair])
    if not one or not other or one & other:
        return None
    return frozenset(frozenset(way) for way in product(one, other))


def _ids(grid: Grid, pair: int) -> list[str]:
    e = grid.conference.pairs[pair]
    return [e.a, e.b]


def _spoken(grid: Grid, pair: int) -> list[list[str]]:
    return [sorted(grid.conference.participants[q].languages) for q in grid.ends[pair]]
