"""One demand filled by many producers: candidates, the puzzle, its solution, and what is told of it."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from scoring.columns import OfferColumns
from scoring.columns.arrays import Bools
from scoring.context import Context
from scoring.pooling.candidates import Held, Judged, judged
from scoring.pooling.clusters import Ground, clusters_of
from scoring.pooling.need import Need
from scoring.pooling.pickup import in_time_on
from scoring.pooling.puzzle import Puzzle, Whole, puzzle_of
from scoring.pooling.records import Amounts, Candidate, Pool
from scoring.pooling.settings import PoolSettings
from scoring.pooling.solving import Solved, solve
from scoring.pooling.telling import refusal, told
from scoring.pooling.work import Work
from scoring.profile import Profile
from scoring.records import Demand, Offer

SECONDS, SECONDS_A_THOUSAND = 1.4, 1.0  # for the proof: up to a thousand offers, for each thousand more


@dataclass(frozen=True)
class Wishes:
    """What an officer decided: amounts that are fixed, limits, offers left out, and the pool before."""

    fixed: Mapping[str, Amounts] = field(default_factory=dict)
    at_most: Mapping[str, Amounts] = field(default_factory=dict)
    forbidden: Collection[str] = ()
    previous: Pool | None = None


def fill(
    demand: Demand,
    offers: Sequence[Offer] | OfferColumns,
    context: Context,
    *,
    profile: Profile,
    settings: PoolSettings | None = None,
    held: Held | None = None,
    fixed: Mapping[str, Amounts] | None = None,
    at_most: Mapping[str, Amounts] | None = None,
    forbidden: Collection[str] = (),
    previous: Pool | None = None,
    kinds: Mapping[str, str] | None = None,
    seconds: float | None = None,
) -> Pool:
    """The pool that fills ``demand`` best.

    ``held`` are amounts promised elsewhere, by offer and month. ``fixed`` amounts are kept as they are (an
    offer fixed to nothing stays out), ``at_most`` limits months, ``forbidden`` offers stay out. With
    ``previous`` the fewest shares change. ``kinds`` of organisations by offer, where they are known better
    than by the producer's name. ``seconds`` bounds the proof (0 gives the heuristic's pool at once); unsaid
    it grows with the offers.
    """
    start = time.perf_counter()
    settings = settings or PoolSettings()
    found = judged(demand, offers, context, profile, settings, held, kinds, full=False)
    wishes = Wishes(fixed or {}, at_most or {}, forbidden, previous)
    allowance = allowed(len(offers)) if seconds is None else seconds
    return pooled(found, profile, settings, wishes, start, allowance)


def allowed(offers: int) -> float:
    """Seconds for the proof among so many offers."""
    return SECONDS + SECONDS_A_THOUSAND * max(0, offers - 1_000) / 1_000


def pooled(
    found: Judged,
    profile: Profile,
    settings: PoolSettings,
    wishes: Wishes,
    start: float,
    seconds: float,
) -> Pool:
    """The pool of offers that were judged already."""
    need = found.need
    possible = [e for e in found.candidates if e.possible and e.offer.id not in set(wishes.forbidden)]
    if need is None or not possible:
        return replace(refusal(found, profile, wishes.forbidden), seconds=time.perf_counter() - start)
    firm = [each for each in possible if not each.questions or each.offer.id in wishes.fixed]
    best: tuple[list[Candidate], Ground, Puzzle, Solved] | None = None
    for members in [firm, possible] if firm and len(firm) < len(possible) else [possible]:
        ground, puzzle = _puzzle(found, need, members, settings, wishes)
        solved = solve(
            puzzle,
            in_time_on(ground, settings.stop_hours),
            settings,
            _before(members, need, wishes.previous),
            start + seconds,
        )
        if best is None or solved.filled > best[3].filled:
            best = members, ground, puzzle, solved
        if best[3].filled >= puzzle.wanted:
            break
    assert best is not None
    members, ground, puzzle, solved = best
    work = Work(found, profile, members, ground, puzzle, settings, wishes.forbidden)
    return replace(told(work, solved), seconds=time.perf_counter() - start)


def _puzzle(
    found: Judged, need: Need, members: list[Candidate], settings: PoolSettings, wishes: Wishes
) -> tuple[Ground, Puzzle]:
    ground = Ground.of(found.pairs, members)
    leads, needed = _leads(found, members)
    most = 1 if found.demand.pooling_allowed is False else settings.max_members
    clusters = clusters_of(ground, members, settings)
    puzzle = puzzle_of(
        members, need, clusters, leads, needed, settings.surplus, most, wishes.fixed, wishes.at_most
    )
    return ground, puzzle


def _leads(found: Judged, members: Sequence[Candidate]) -> tuple[Bools, bool]:
    """Who is known to invoice as the buyer accepts; where nobody is, those who did not say."""
    accepted = int(found.pairs.demands.invoices[0])
    codes = [found.pairs.offers.invoice[found.pairs.o[each.row]] for each in members]
    if not accepted:
        return np.ones(len(members), dtype=np.bool_), False
    known = np.array([code >= 0 and bool(accepted >> int(code) & 1) for code in codes], dtype=np.bool_)
    if known.any():
        return known, True
    return np.array([code < 0 for code in codes], dtype=np.bool_), True


def _before(members: Sequence[Candidate], need: Need, previous: Pool | None) -> Whole | None:
    """What each had in the pool before, in grains."""
    if previous is None:
        return None
    before = previous.amounts()
    rows = [
        [round(before.get(each.offer.id, {}).get(month, 0.0) / need.grain) for month in need.months]
        for each in members
    ]
    return np.array(rows, dtype=np.int64)
