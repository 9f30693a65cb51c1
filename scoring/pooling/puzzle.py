"""The filling of a demand as whole numbers: what a heuristic and an exact solver both work on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools, Floats
from scoring.pooling.need import Need
from scoring.pooling.records import Amounts, Candidate

Whole = NDArray[np.int64]
_SLACK = 1e-6  # of a grain: what floating point may have taken from a whole number


@dataclass(frozen=True)
class Puzzle:
    """Members are rows, months are columns, amounts are whole grains.

    ``group[t]`` is the need that month ``t`` counts towards: each month its own, or all one. A member takes
    part in a month with 0 or with ``least`` to ``cap``, and with no more than ``stock`` in all. ``cost`` is
    đồng a grain (an unknown one is taken as the dearest known). ``leads`` may invoice; at least one of them
    takes part if ``lead_needed``. ``fixed`` is -1 where the solver is free. Members of one pool lie within
    one of the ``clusters`` [cluster, member], whose first stop ``anchors`` [cluster, member] takes part.
    """

    cap: Whole
    least: Whole
    stock: Whole
    cost: Floats
    leads: Bools
    lead_needed: bool
    fixed: Whole
    need: Whole
    most: Whole
    group: NDArray[np.intp]
    clusters: Bools
    anchors: Bools
    max_members: int
    grain: float

    def __len__(self) -> int:
        return len(self.least)

    @property
    def months(self) -> int:
        """Number of months wanted."""
        return len(self.group)

    @property
    def wanted(self) -> int:
        """Grains wanted in all."""
        return int(self.need.sum())

    def filled(self, amounts: Whole) -> Whole:
        """Grains of each need that are met, without the surplus."""
        return np.minimum(self.delivered(amounts), self.need)

    def delivered(self, amounts: Whole) -> Whole:
        """Grains delivered towards each need."""
        total: Whole = np.zeros(len(self.need), dtype=np.int64)
        np.add.at(total, self.group, amounts.sum(axis=0))
        return total

    def money(self, amounts: Whole) -> float:
        """Cost of all that is delivered."""
        return float(amounts.sum(axis=1) @ self.cost)

    def rows(self, mask: NDArray[np.bool_]) -> Puzzle:
        """Only some members."""
        return replace(
            self,
            cap=self.cap[mask],
            least=self.least[mask],
            stock=self.stock[mask],
            cost=self.cost[mask],
            leads=self.leads[mask],
            fixed=self.fixed[mask],
            clusters=self.clusters[:, mask],
            anchors=self.anchors[:, mask],
        )


def puzzle_of(
    members: Sequence[Candidate],
    need: Need,
    clusters: tuple[Bools, Bools],
    leads: Bools,
    lead_needed: bool,
    surplus: float,
    max_members: int,
    fixed: Mapping[str, Amounts],
    at_most: Mapping[str, Amounts],
) -> Puzzle:
    """The puzzle of some possible members; what an officer fixed or limited is written into it."""
    shape = (len(members), len(need.months))
    cap, set_to = np.zeros(shape, dtype=np.int64), np.full(shape, -1, dtype=np.int64)
    for i, each in enumerate(members):
        limits, told = at_most.get(each.offer.id), fixed.get(each.offer.id)
        for t, month in enumerate(need.months):
            amount = each.capacity.get(month, 0.0)
            if limits is not None and month in limits:
                amount = min(amount, limits[month])
            cap[i, t] = grains(amount, need.grain)
            if told is not None:
                set_to[i, t] = grains(told.get(month, 0.0), need.grain)
                cap[i, t] = max(cap[i, t], set_to[i, t])
    least = np.array([max(1, grains_up(each.least, need.grain)) for each in members], dtype=np.int64)
    cap[(cap < least[:, None]) & (set_to < 0)] = 0
    stock = [
        grains(cap[i].sum() * need.grain if c.stock is None else c.stock, need.grain)
        for i, c in enumerate(members)
    ]
    wanted = [need.total] if need.whole else [need.rate] * len(need.months)
    goal = np.array([grains(each, need.grain) for each in wanted], dtype=np.int64)
    return Puzzle(
        cap=cap,
        least=least,
        stock=np.maximum(np.array(stock, dtype=np.int64), np.maximum(set_to, 0).sum(axis=1)),
        cost=costs(members) * need.grain,
        leads=leads,
        lead_needed=lead_needed,
        fixed=set_to,
        need=goal,
        most=np.array([grains(each * surplus, need.grain) for each in wanted], dtype=np.int64),
        group=np.zeros(shape[1], dtype=np.intp) if need.whole else np.arange(shape[1]),
        clusters=clusters[0],
        anchors=clusters[1],
        max_members=max_members,
        grain=need.grain,
    )


def grains(amount: float, grain: float) -> int:
    """Whole grains in an amount, never more than there is."""
    return int(np.floor(amount / grain + _SLACK))


def grains_up(amount: float, grain: float) -> int:
    """The fewest whole grains that are no less than an amount."""
    return int(np.ceil(amount / grain - _SLACK))


def costs(members: Sequence[Candidate]) -> Floats:
    """Delivered cost a unit; of those that name no price, that of the dearest that does."""
    known = [each.cost for each in members if each.cost is not None]
    dearest = max(known, default=1.0)
    return np.array([dearest if each.cost is None else each.cost for each in members], dtype=np.float64)
