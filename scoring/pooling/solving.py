"""From a puzzle to amounts: a heuristic at once, then each objective in order, proven as far as time allows.

The objectives are, in this order: what is filled; with a pool before, how few shares change; the delivered
cost; how few members do it for hardly more; then how fairly they share. Every objective holds the ones
before. Bounds for all clusters decide which of them need a solver at all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools, Floats
from scoring.pooling.bounds import fewest_members, least_money, most_filled
from scoring.pooling.greedy import cheap, quick
from scoring.pooling.programme import TIE, Answer, Programme, Target
from scoring.pooling.puzzle import Puzzle, Whole
from scoring.pooling.records import Proof
from scoring.pooling.rounds import Rounds, RoundsProgramme, in_time_by_rounds
from scoring.pooling.settings import PoolSettings
from scoring.pooling.sharing import shared_fairly

InTime = Callable[[Sequence[int]], bool]
Rows = NDArray[np.intp]
LARGE = 1_500  # members times months, up to which a cluster is solved whole
NEAR = 0.004  # a gap that is small enough where clusters are larger
ROUNDS_SECONDS = 1.5  # for several rounds, beside what one round took
CUTS = 200  # sets that arrive too late, after which a cluster is given up
PARTS = (0.4, 0.5, 0.8, 1.0)  # of the time left, that each stage may take


@dataclass(frozen=True)
class Solved:
    """Amounts [member, month] in grains, what they fill, and what is proven of it."""

    amounts: Whole
    filled: int
    proofs: tuple[Proof, ...]
    rounds: Rounds | None = None  # None: all are collected in one


def solve(
    puzzle: Puzzle, in_time: InTime, settings: PoolSettings, before: Whole | None, until: float
) -> Solved:
    """The best amounts that are found until that moment of the clock."""
    search = Search(puzzle, in_time, until)
    proofs = [search.fill()]
    if search.filled < puzzle.wanted and settings.max_rounds > 1 and not puzzle.clusters.all(axis=1).any():
        search, proofs = _in_rounds(search, proofs, settings)
    if before is not None:
        proofs += [search.changes(before), search.money_proof(search.best, -np.inf)]
    elif search.filled:
        proofs += [search.cost(), search.members(settings.cost_tolerance)]
        ceiling = search.cheapest * (1 + settings.cost_tolerance)
        search.take(shared_fairly(puzzle, search.best, ceiling, search.filled, search.left(3)))
    return Solved(search.best, search.filled, tuple(proofs), search.rounds)


def _in_rounds(alone: Search, proofs: list[Proof], settings: PoolSettings) -> tuple[Search, list[Proof]]:
    """The same with several rounds of collection, where these fill more."""
    puzzle = alone.puzzle
    rounds = Rounds(puzzle.clusters, puzzle.anchors, settings.max_rounds)
    everyone = np.ones((1, len(puzzle)), dtype=np.bool_)
    wide = replace(puzzle, clusters=everyone, anchors=everyone)
    until, now = alone.until, time.perf_counter()
    until = max(until, now + ROUNDS_SECONDS) if until > now else until
    search = Search(wide, in_time_by_rounds(rounds, alone.in_time), until, rounds)
    search.each_round = alone.in_time
    if alone.filled > search.filled:
        search.take(alone.best)
    proof = search.fill()
    if search.filled <= alone.filled:  # what one round fills is then all that can be filled
        return alone, [replace(proofs[0], bound=proof.bound, gap=proof.gap)]
    return search, [proof, search.fewest_rounds()]


class Search:
    """The best amounts so far, over all clusters, and the sets of members that no truck collects in time."""

    def __init__(self, puzzle: Puzzle, in_time: InTime, until: float, rounds: Rounds | None = None) -> None:
        self.puzzle, self.in_time, self.until, self.rounds = puzzle, in_time, until, rounds
        self.cuts: list[Rows] = []
        self.each_round = in_time
        self._known: tuple[int, Floats] | None = None
        self.bounds = most_filled(puzzle)
        fixed = (puzzle.fixed > 0).any(axis=1)
        self.usable: Bools = np.asarray(puzzle.clusters[:, fixed].all(axis=1))
        self.best = quick(puzzle, self._by(-self.bounds), self.valid)
        self.filled = int(puzzle.filled(self.best).sum())
        self.cheapest = puzzle.money(self.best)

    def valid(self, amounts: Whole) -> bool:
        """Whether amounts of a heuristic or a solver may stand."""
        puzzle, rows = self.puzzle, np.flatnonzero(amounts.sum(axis=1) > 0)
        if not len(rows):
            return True
        led = not puzzle.lead_needed or bool(puzzle.leads[rows].any())
        return (
            led
            and len(rows) <= puzzle.max_members
            and puzzle.compact(amounts)
            and self.in_time(rows.tolist())
        )

    def take(self, amounts: Whole | None) -> None:
        """Amounts that are better than the best, unless they fill less after all."""
        if amounts is None or not self.valid(amounts):
            return
        filled = int(self.puzzle.filled(amounts).sum())
        if filled >= self.filled:
            self.best, self.filled = amounts, filled

    def left(self, stage: int) -> float:
        """Seconds that a stage may take of what is left."""
        return (self.until - time.perf_counter()) * PARTS[stage]

    def fill(self) -> Proof:
        """The most that can be filled."""
        end = time.perf_counter() + self.left(0)
        proven = self.bounds.astype(np.float64)
        for k in self._by(-self.bounds):
            if self.bounds[k] <= self.filled or time.perf_counter() >= end:
                break
            aim = Target(filled=self.filled + 1)
            found, whole = self._solved(k, partial(Programme.fill, target=aim), end)
            if found.amounts is not None:
                self.take(found.amounts)
            if whole:
                proven[k] = self.filled if found.final else min(proven[k], np.floor(found.bound + 1e-3))
        open_ = proven[self.usable]
        bound = max(self.filled, int(open_.max(initial=0.0)))
        self.cheapest = self.puzzle.money(self.best)
        wanted = max(self.puzzle.wanted, 1)
        gap = (bound - self.filled) / bound if bound else 0.0
        return Proof("fill", self.filled / wanted, bound / wanted, gap)

    def fewest_rounds(self) -> Proof:
        """The fewest rounds of collection for what is filled; from here on no more are allowed."""
        assert self.rounds is not None
        end = time.perf_counter() + self.left(0)
        count, low = self._rounds_of(self.best), 1.0
        if count > 1:
            aim = Target(self.filled)
            found, whole = self._solved(0, partial(_fewest_rounds, target=aim), end)
            if found.amounts is not None and self._rounds_of(found.amounts) < count:
                count = self._rounds_of(found.amounts)
                self.take(found.amounts)
            low = max(1.0, float(np.ceil(found.bound - 1e-6))) if whole and np.isfinite(found.bound) else 1.0
        self.rounds = replace(self.rounds, most=count)
        self.in_time = in_time_by_rounds(self.rounds, self.each_round)
        return Proof("rounds", count, min(low, count), (count - min(low, count)) / max(count, 1))

    def _rounds_of(self, amounts: Whole) -> int:
        parts = self.rounds.parts(np.flatnonzero(amounts.any(axis=1)).tolist()) if self.rounds else [[]]
        return len(parts or [])

    def cost(self) -> Proof:
        """The least money for what is filled."""
        end = time.perf_counter() + self.left(1)
        lows = self._lows()
        proven = lows.copy()
        best = cheap(self.puzzle, self._by(lows), self.best, self.valid)
        for k in self._by(lows):
            money = self.puzzle.money(best)
            enough = NEAR if self._is_large(k) else 0.0
            if not lows[k] < money * (1 - max(enough, 1e-9)) or time.perf_counter() >= end:
                break
            aim = Target(self.filled, money)
            found, whole = self._solved(k, partial(Programme.cost, target=aim, gap=enough), end)
            if found.amounts is not None and self.puzzle.money(found.amounts) < money:
                best = found.amounts
            if whole:
                proven[k] = max(proven[k], self.puzzle.money(best) if found.amounts is None else found.bound)
        self.take(best)
        return self.money_proof(best, float(proven[self.usable].min(initial=np.inf)))

    def money_proof(self, amounts: Whole, bound: float) -> Proof:
        """What is proven of the cost of amounts."""
        self.cheapest = money = self.puzzle.money(amounts)
        low = min(money, bound if np.isfinite(bound) else self._lows().min(initial=money))
        gap = (money - low) / money if money > 0 else 0.0
        return Proof("cost", money, low, gap)

    def members(self, tolerance: float) -> Proof:
        """The fewest members whose cost lies within the tolerance, the cheapest of these."""
        end = time.perf_counter() + self.left(2)
        puzzle, least = self.puzzle, self.cheapest
        ceiling, lows = least * (1 + tolerance), self._lows()
        few = fewest_members(puzzle, np.asarray(lows <= ceiling), self.filled)
        span = max(ceiling - least, 1e-9)
        value = few + TIE * np.maximum(lows - least, 0.0) / span
        proven = few.copy()
        for k in self._by(value):
            count, money = _count(self.best), puzzle.money(self.best)
            worth = count + TIE * (money - least) / span
            if not value[k] < worth - 1e-9 or time.perf_counter() >= end:
                break
            aim = Target(self.filled, ceiling, count)
            found, whole = self._solved(k, partial(Programme.members, target=aim, least=least), end)
            if found.amounts is not None:
                now = _count(found.amounts) + TIE * (puzzle.money(found.amounts) - least) / span
                if now < worth - 1e-9:
                    self.take(found.amounts)
            if whole:
                proven[k] = (
                    count
                    if found.amounts is None and found.final
                    else max(few[k], np.floor(found.bound + 1e-3))
                )
        count = _count(self.best)
        bound = min(count, float(proven[self.usable].min(initial=np.inf)))
        return Proof("members", count, bound, (count - bound) / max(count, 1))

    def changes(self, before: Whole) -> Proof:
        """The fewest members whose amounts are not those of the pool before, for what can be filled."""
        end, puzzle = time.perf_counter() + self.left(2), self.puzzle
        inside: Bools = np.asarray(before.any(axis=1))
        must = (~puzzle.clusters[:, inside]).sum(axis=1).astype(np.float64)
        must[self.bounds < self.filled] = np.inf
        ceiling = float((puzzle.cap.sum(axis=1) * puzzle.cost).sum())
        best, changed = self.best, int((self.best != before).any(axis=1).sum())
        low = np.inf
        for k in self._by(must):
            if must[k] >= changed or time.perf_counter() >= end:
                break
            gone = inside & ~puzzle.clusters[k]
            keep, part = Target(self.filled), before[self._rows(k, inside)]
            found, whole = self._solved(
                k, partial(Programme.changes, target=keep, before=part, ceiling=ceiling), end, inside
            )
            low = min(low, float(gone.sum()) + max(0.0, np.floor(found.bound + 1e-3)) if whole else must[k])
            if found.amounts is not None:
                count = int((found.amounts != before).any(axis=1).sum())
                if count < changed:
                    best, changed = found.amounts, count
        self.take(best)
        low = min(changed, low) if np.isfinite(low) else float(changed)
        return Proof("changes", changed, low, (changed - low) / max(changed, 1))

    def _lows(self) -> Floats:
        """The least money that each cluster can cost; inf where it cannot fill so much."""
        if self._known is None or self._known[0] != self.filled:
            asked = self.usable & (self.bounds >= self.filled)
            self._known = self.filled, least_money(self.puzzle, asked, self.filled)
        return self._known[1]

    def _by(self, key: Floats | Whole) -> list[int]:
        """Usable clusters, the lowest key first."""
        return [k for k in np.argsort(key, kind="stable").tolist() if self.usable[k]]

    def _is_large(self, k: int) -> bool:
        return int(self.puzzle.clusters[k].sum()) * self.puzzle.months > LARGE

    def _rows(self, k: int, keep: Bools | None = None) -> Rows:
        """The members of a cluster; of a large one the cheapest, the largest, and all that must be there."""
        puzzle, mask = self.puzzle, self.puzzle.clusters[k]
        if not self._is_large(k):
            return np.flatnonzero(mask)
        rows, most = np.flatnonzero(mask), max(LARGE // puzzle.months, 40)
        size = puzzle.size[rows]
        chosen = (self.best.any(axis=1) | (puzzle.fixed > 0).any(axis=1)) & mask
        if keep is not None:
            chosen |= keep & mask
        cheapest, largest = (
            rows[np.argsort(puzzle.cost[rows], kind="stable")],
            rows[np.argsort(-size, kind="stable")],
        )
        for order in (cheapest, largest):
            chosen[order[: most // 2]] = True
        for special in (puzzle.leads, puzzle.anchors[k]):
            chosen[[i for i in cheapest.tolist() if special[i]][:5]] = True
        return np.flatnonzero(chosen)

    def _solved(
        self,
        k: int,
        stage: Callable[[Programme, float], Answer],
        end: float,
        keep: Bools | None = None,
    ) -> tuple[Answer, bool]:
        """A stage in one cluster, again while what it finds arrives too late; whether all were looked at."""
        rows = self._rows(k, keep)
        whole = len(rows) == int(self.puzzle.clusters[k].sum())
        part = self.puzzle.rows(np.isin(np.arange(len(self.puzzle)), rows))
        for _ in range(CUTS):
            cuts = [np.searchsorted(rows, cut) for cut in self.cuts if np.isin(cut, rows).all()]
            if self.rounds is None:
                programme = Programme(part, self.puzzle.anchors[k][rows], cuts)
            else:
                programme = RoundsProgramme(part, self.rounds, rows, cuts)
            found = stage(programme, end - time.perf_counter())
            if found.amounts is None:
                return found, whole
            amounts = np.zeros((len(self.puzzle), self.puzzle.months), dtype=np.int64)
            amounts[rows] = found.amounts
            amounts = self.puzzle.topped_up(amounts)
            taken = np.flatnonzero(amounts.any(axis=1)).tolist()
            if self.in_time(taken):
                return Answer(amounts, found.bound, found.final), whole
            self.cuts.append(np.array(self._late(taken), dtype=np.intp))
            if time.perf_counter() >= end:
                break
        return Answer(None, found.bound, False), whole

    def _late(self, rows: list[int]) -> list[int]:
        """A smallest set among those that cannot be collected in time."""
        for i in list(rows):
            fewer = [j for j in rows if j != i]
            if len(fewer) > 1 and not self.in_time(fewer):
                rows = fewer
        return rows


def _fewest_rounds(programme: Programme, seconds: float, target: Target) -> Answer:
    assert isinstance(programme, RoundsProgramme)
    return programme.fewest_rounds(seconds, target)


def _count(amounts: Whole) -> int:
    return int(amounts.any(axis=1).sum())
