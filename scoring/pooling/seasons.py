"""Scarce supply shared among competing demands: a season's plan.

A linear programme shares every offer's months among the demands for the greatest total value, each demand
first given its accepted part as far as the supply reaches. The demands are then filled one by one within
those shares, by the same exact solver and with all its rules, and once more from whatever is left over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scoring.columns import OfferColumns
from scoring.columns.arrays import Floats
from scoring.context import Context
from scoring.pooling.candidates import Held, Judged, judged
from scoring.pooling.filling import allowed, fill
from scoring.pooling.records import Amounts, Pool
from scoring.pooling.settings import PoolSettings
from scoring.profile import Profile
from scoring.records import Demand, Offer

ACCEPTED = 0.5  # of what is wanted, where a demand's own accepted part is not said
STARVED = 100.0  # what a unit of an accepted part weighs against the dearest unit sold
KEPT = 0.02  # of the dearest unit: what a unit that stays where it was is worth more
Limits = dict[str, dict[int, float]]


@dataclass(frozen=True)
class Share:
    """One offer for one demand: what it can give in each month, and what a unit brings there."""

    demand: int
    offer: str
    months: tuple[int, ...]
    capacity: tuple[float, ...]
    stock: float
    margin: float


def season_plan(
    demands: Sequence[Demand],
    offers: Sequence[Offer] | OfferColumns,
    context: Context,
    *,
    profile: Profile,
    settings: PoolSettings | None = None,
    held: Held | None = None,
    fixed: Mapping[str, Mapping[str, Amounts]] | None = None,
    forbidden: Mapping[str, Collection[str]] | None = None,
    accepted: Mapping[str, float] | None = None,
    previous: Mapping[str, Pool] | None = None,
    kinds: Mapping[str, str] | None = None,
    seconds: float | None = None,
) -> dict[str, Pool]:
    """A pool for each demand, no offer promised twice.

    ``fixed`` and ``forbidden`` hold for each demand what an officer decided, ``accepted`` the least part
    (0..1) that it will take. With ``previous`` amounts stay where they were unless a move is worth more.
    ``seconds`` are for each demand.
    """
    settings, before = settings or PoolSettings(), previous or {}
    index = offers if isinstance(offers, OfferColumns) else OfferColumns.build(offers, context)
    found = [judged(demand, index, context, profile, settings, held, kinds, full=False) for demand in demands]
    shares = _shares(found, forbidden or {})
    limits = _allotted(found, shares, accepted or {}, before)
    allowance = allowed(len(index)) if seconds is None else seconds
    pools: dict[str, Pool] = {}

    def filled(demand: Demand, at_most: Limits) -> Pool:
        """The demand's pool from what the other pools leave, within limits for every contested offer."""
        return fill(
            demand, index, context, profile=profile, settings=settings, kinds=kinds, at_most=at_most,
            held=_taken(held or {}, pools, demand.id), fixed=(fixed or {}).get(demand.id),
            forbidden=(forbidden or {}).get(demand.id, ()), previous=before.get(demand.id), seconds=allowance,
        )  # fmt: skip

    order = sorted(range(len(demands)), key=lambda d: (-_value(demands[d], found[d], shares), demands[d].id))
    for d in order:
        pools[demands[d].id] = filled(demands[d], limits[d])
    for d in order:
        name = demands[d].id
        if pools[name].fill < 1.0:
            again = filled(demands[d], {})
            if again.fill > pools[name].fill:
                pools[name] = again
    return {demand.id: pools[demand.id] for demand in demands}


def total_value(demands: Sequence[Demand], pools: Mapping[str, Pool]) -> float:
    """What all pools together are worth: what is filled at the demands' ceilings, less its delivered cost."""
    worth = 0.0
    for demand in demands:
        pool = pools[demand.id]
        price = demand.price_max if demand.price_max is not None else 2 * (pool.cost or 0.0)
        worth += pool.fill * pool.needed * (price - (pool.cost or 0.0))
    return worth


def _shares(found: Sequence[Judged], forbidden: Mapping[str, Collection[str]]) -> list[Share]:
    """Every offer that can be a member of some demand's pool."""
    shares = []
    for d, each in enumerate(found):
        if each.need is None:
            continue
        ceiling = float(each.pairs.demands.price_max[0]) if len(each.pairs.demands) else float("nan")
        for one in each.candidates:
            if not one.possible or one.offer.id in forbidden.get(each.demand.id, ()):
                continue
            cost = one.cost or 0.0
            worth = ceiling if ceiling == ceiling else 2 * cost
            months = tuple(one.capacity)
            stock = one.stock if one.stock is not None else sum(one.capacity.values())
            shares.append(
                Share(d, one.offer.id, months, tuple(one.capacity.values()), stock, max(worth - cost, 1.0))
            )
    return shares


def _value(demand: Demand, found: Judged, shares: Sequence[Share]) -> float:
    """What a unit brings this demand's producers at best: the dearer demands choose first."""
    return max((each.margin for each in shares if found.demand.id == demand.id), default=0.0)


def _allotted(
    found: Sequence[Judged],
    shares: Sequence[Share],
    accepted: Mapping[str, float],
    before: Mapping[str, Pool],
) -> list[Limits]:
    """For each demand and offer the most that it may take in each month, where others want the offer too."""
    limits: list[Limits] = [{} for _ in found]
    wanted_by: dict[str, int] = {}
    for share in shares:
        wanted_by[share.offer] = wanted_by.get(share.offer, 0) + 1
    if not any(count > 1 for count in wanted_by.values()):
        return limits
    given = _shared_out(found, shares, accepted, before)
    for share, amounts in zip(shares, given, strict=True):
        if wanted_by[share.offer] > 1:
            limits[share.demand][share.offer] = dict(zip(share.months, amounts.tolist(), strict=True))
    return limits


def _shared_out(
    found: Sequence[Judged],
    shares: Sequence[Share],
    accepted: Mapping[str, float],
    before: Mapping[str, Pool],
) -> list[Floats]:
    """The linear programme: amounts of each share by month."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # here: it takes a while to load
    from scipy.sparse import coo_array

    start = np.cumsum([0, *(len(share.months) for share in shares)])
    n, dearest = int(start[-1]), max(share.margin for share in shares)
    cost, high = np.zeros(n + len(found)), np.full(n + len(found), np.inf)
    cost[n:] = STARVED * dearest
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    most: list[float] = []

    def row(terms: Sequence[tuple[int, float]], limit: float) -> None:
        rows.extend([len(most)] * len(terms))
        columns.extend(column for column, _ in terms)
        values.extend(value for _, value in terms)
        most.append(limit)

    by_offer: dict[tuple[str, int], list[tuple[int, float]]] = {}
    stocks: dict[str, list[tuple[int, float]]] = {}
    needs: dict[tuple[int, int], list[tuple[int, float]]] = {}
    for s, share in enumerate(shares):
        was = (
            before[found[share.demand].demand.id].amounts().get(share.offer, {})
            if (found[share.demand].demand.id in before)
            else {}
        )
        need = found[share.demand].need
        for j, month in enumerate(share.months):
            at = int(start[s]) + j
            cost[at] = -share.margin - (KEPT * dearest if month in was else 0.0)
            high[at] = share.capacity[j]
            by_offer.setdefault((share.offer, month), []).append((at, 1.0))
            stocks.setdefault(share.offer, []).append((at, 1.0))
            group = 0 if need is None or need.whole else month
            needs.setdefault((share.demand, group), []).append((at, 1.0))
    has = {(share.offer, m): c for share in shares for m, c in zip(share.months, share.capacity, strict=True)}
    stock = {share.offer: share.stock for share in shares}
    for key, terms in by_offer.items():
        row(terms, max(has[key], 0.0))
    for offer, terms in stocks.items():
        row(terms, stock[offer])
    for d, each in enumerate(found):
        if each.need is None:
            continue
        part = accepted.get(each.demand.id, ACCEPTED)
        floor: list[tuple[int, float]] = [(n + d, -1.0)]
        for (owner, _), terms in needs.items():
            if owner == d:
                row(terms, each.need.total if each.need.whole else each.need.rate)
                floor += [(at, -1.0) for at, _ in terms]
        row(floor, -part * each.need.total)
    matrix = coo_array((values, (rows, columns)), shape=(len(most), n + len(found))).tocsr()
    limits = LinearConstraint(matrix, np.full(len(most), -np.inf), np.array(most))
    solved = milp(cost, bounds=Bounds(np.zeros(len(high)), high), constraints=limits)
    if solved.x is None:
        return [np.array(share.capacity) for share in shares]
    return [np.asarray(solved.x[start[s] : start[s + 1]]) for s in range(len(shares))]


def _taken(held: Held, pools: Mapping[str, Pool], but: str) -> Limits:
    """What is promised elsewhere and to the other demands."""
    taken: Limits = {offer: dict(months) for offer, months in held.items()}
    for name, pool in pools.items():
        for member in pool.members if name != but else ():
            own = taken.setdefault(member.offer, {})
            for month, amount in member.amounts.items():
                own[month] = own.get(month, 0.0) + amount
    return taken
