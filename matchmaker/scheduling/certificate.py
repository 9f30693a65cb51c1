"""A bound on the score that integers alone can check: prices for what is scarce.

Whatever prices (at least 0) are set on a participant's time, on tables and so on, no timetable can score
more than the sum of what all scarce things would fetch, plus what each pair is worth above the prices that
it would have to pay (weak duality of linear programming). The planner keeps good prices with the schedule,
rounded to multiples of 1/``scale``; `bound_of` adds them up again from the conference, without any solver.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .conference import Conference
from .grid import Grid, bits
from .limits import most_in_block, places

SCALE = 1_000
Name = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Certificate:
    """Prices by kind: ``in_block`` and ``limit`` of participants, ``places`` of blocks, ``interpreters`` by
    crew (in the order of `crews.crews`) and block, ``minimum`` of those short of meetings, ``must`` of pairs;
    ``per_short`` and ``per_missing`` for each that may be lacking.

    It holds for every timetable with at most ``missing`` musts missing and ``shortfall`` meetings short.
    """

    blocks: tuple[tuple[int | str, ...], ...]
    prices: dict[str, list[list[Any]]]
    missing: int
    shortfall: int
    scale: int = SCALE

    def as_record(self) -> dict[str, Any]:
        return {
            "scale": self.scale,
            "blocks": [list(slots) for slots in self.blocks],
            "missing": self.missing,
            "shortfall": self.shortfall,
            "prices": self.prices,
        }


def certify(
    grid: Grid, blocks: list[int], prices: Iterable[tuple[Name, float]], missing: int, shortfall: int
) -> Certificate:
    """The certificate of a programme's prices by row; rows without a name are left out."""
    c = grid.conference
    by_kind: dict[str, list[list[Any]]] = {}
    for (kind, i, b), price in prices:
        whole = round(price * SCALE)
        if not kind or whole <= 0:
            continue
        of: list[Any] = []
        if kind in ("in_block", "limit", "minimum"):
            of = [c.participants[i].id, *([b] if kind == "in_block" else [])]
        elif kind == "must":
            of = [c.pairs[i].a, c.pairs[i].b]
        elif kind == "places":
            of = [i]
        elif kind == "interpreters":
            of = [i, b]
        by_kind.setdefault(kind, []).append([*of, whole])
    slots = tuple(tuple(c.slots[t].id for t in bits(block)) for block in blocks)
    return Certificate(slots, by_kind, missing, shortfall)


def bound_of(conference: Conference, certificate: Mapping[str, Any]) -> int:
    """The bound that a certificate (as in a schedule's record) proves for the conference.

    Raises ``ValueError`` if the blocks do not part the slots, a price is negative or the allowances are not
    paid for.
    """
    return _Sum(Grid(conference), certificate).bound()


class _Sum:
    """Prices looked up by position; all arithmetic is on whole numbers."""

    def __init__(self, grid: Grid, record: Mapping[str, Any]) -> None:
        self.grid, self.record = grid, record
        self.blocks = [sum(1 << grid.slot_at[s] for s in slots) for slots in record["blocks"]]
        if sum(self.blocks) != grid.everything or any(
            one & other for i, one in enumerate(self.blocks) for other in self.blocks[:i]
        ):
            raise ValueError("blocks")
        self.prices: dict[str, dict[tuple[Any, ...], int]] = {
            kind: {tuple(of): price for *of, price in rows} for kind, rows in record["prices"].items()
        }
        everything = [p for of in self.prices.values() for p in of.values()]
        if any(not isinstance(p, int) or p < 0 for p in everything):
            raise ValueError("prices")

    def price(self, kind: str, *of: Any) -> int:
        return self.prices.get(kind, {}).get(of, 0)

    def bound(self) -> int:
        g, per_missing, per_short = self.grid, self.price("per_missing"), self.price("per_short")
        total: int = per_missing * self.record["missing"] + per_short * self.record["shortfall"]
        for q, p in enumerate(g.conference.participants):
            minimum = min(self.price("minimum", p.id), per_short)
            total += self.price("limit", p.id) * g.most[q] - minimum * g.least[q]
            for b, block in enumerate(self.blocks):
                price = self.price("in_block", p.id, b)
                total += price * most_in_block(g, q, block) if price else 0
        for b, block in enumerate(self.blocks):
            total += self.price("places", b) * places(g, block)
            for n, crew in enumerate(g.crews):
                total += self.price("interpreters", n, b) * sum(crew.room[t] for t in bits(block))
        total += sum(self._worth(pair) for pair in range(len(g.ends)))
        whole: int = total // int(self.record["scale"])
        return whole

    def _worth(self, pair: int) -> int:
        """What a pair is worth above its prices in the best block; a must that is left out owes its price."""
        g, e = self.grid, self.grid.conference.pairs[pair]
        must = 0
        if e.required:
            must = min(
                max(self.price("must", e.a, e.b), self.price("must", e.b, e.a)), self.price("per_missing")
            )
        value = self.record["scale"] * e.score + must
        for q in g.ends[pair]:
            who = g.conference.participants[q].id
            value += min(self.price("minimum", who), self.price("per_short")) - self.price("limit", who)
        best = 0
        for b, block in enumerate(self.blocks):
            if g.allowed[pair] & block:
                own = sum(self.price("in_block", g.conference.participants[q].id, b) for q in g.ends[pair])
                own += self.price("places", b) + sum(
                    self.price("interpreters", n, b) for n in g.crews_of[pair]
                )
                best = max(best, value - own)
        return best - must
