"""The filling of a demand as whole numbers: what a heuristic and an exact solver both work on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools, Floats
from scoring.pooling.need import Need
from scoring.pooling.records import Amounts, Candidate

Whole = NDArray[np.int64]
DUST = 20  # grains: the most that a solver's tolerance and rounding take from a need
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

    @cached_property
    def towards(self) -> Whole:
        """What each member can give towards each need."""
        towards: Whole = np.zeros((len(self), len(self.need)), dtype=np.int64)
        for t, g in enumerate(self.group.tolist()):
            towards[:, g] += self.cap[:, t]
        return np.minimum(towards, self.stock[:, None])

    @cached_property
    def useful(self) -> Whole:
        """The same, as far as it is wanted."""
        useful: Whole = np.minimum(self.towards, self.need[None, :])
        return useful

    @cached_property
    def size(self) -> Whole:
        """The most that each member can give in all."""
        size: Whole = np.minimum(self.cap.sum(axis=1), self.stock)
        return size

    def topped_up(self, amounts: Whole) -> Whole:
        """Amounts with the few grains given back that rounding took from a need."""
        whole = amounts
        lost = self.need - self.delivered(amounts)
        little = np.maximum(DUST, self.need // 1_000_000)
        for g in np.flatnonzero((lost > 0) & (lost <= little)).tolist():
            months = np.flatnonzero(self.group == g).tolist()
            given = [(i, t) for t in months for i in np.flatnonzero(amounts[:, t]).tolist()]
            for i, t in given:
                left = int(self.stock[i] - whole[i].sum())
                spare = min(int(self.cap[i, t] - whole[i, t]), left, int(lost[g]))
                if spare > 0 and self.fixed[i, t] < 0:
                    whole = whole.copy() if whole is amounts else whole
                    whole[i, t] += spare
                    lost[g] -= spare
        return whole

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

    def compact(self, amounts: Whole) -> bool:
        """Whether those who take part lie within one cluster whose first stop is one of them."""
        taken = amounts.sum(axis=1) > 0
        if not taken.any():
            return True
        inside = self.clusters[:, taken].all(axis=1) & self.anchors[:, taken].any(axis=1)
        return bool(inside.any())

    def snapped(self, amounts: Floats, taken: Bools) -> Whole:
        """Whole grains for amounts of a solver: none above a limit, and what rounding lost given back."""
        most = np.where(self.fixed >= 0, self.fixed, self.cap)
        low = np.where(taken, np.where(self.fixed >= 0, self.fixed, self.least[:, None]), 0)
        whole = np.clip(np.floor(amounts + 1e-3).astype(np.int64), low, np.where(taken, most, 0))
        lost = np.rint(amounts.sum()).astype(np.int64) - whole.sum()
        spare = np.where(taken & (self.fixed < 0), most - whole, 0)
        left = self.stock - whole.sum(axis=1)
        rest = amounts - whole
        for i, t in sorted(zip(*np.nonzero(spare), strict=True), key=lambda at: -float(rest[at])):
            open_ = self.most[self.group[t]] - self.delivered(whole)[self.group[t]]
            more = int(min(spare[i, t], left[i], open_, max(1, np.ceil(rest[i, t])), lost))
            if more > 0 and rest[i, t] > 1e-3:
                whole[i, t] += more
                left[i] -= more
                lost -= more
        return whole

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
