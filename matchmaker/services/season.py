"""A season's plan: open demands that want the same offers, filled one after the other, so that nothing counts
twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.models import Demand, User
from matchmaker.queries import competing, demands, pools
from matchmaker.services import pool_market, pooling
from matchmaker.services.pool_market import Orders

MOST = 8  # demands of one plan
SECONDS = 0.5  # of solving for each


@dataclass(frozen=True)
class Planned:
    """One demand of a plan: its pool in it, and how far it could be filled if it stood alone."""

    demand: Demand
    document: Mapping[str, Any]
    alone: float
    settled: bool


def groups(actor: User) -> list[list[str]]:
    """The open demands that compete: each group shares offers that fit, the largest groups first."""
    found: dict[str, set[str]] = {}
    for wanting in competing.demands_by_offer(actor).values():
        together = set(wanting).union(*(found.get(each, {each}) for each in wanting))
        for each in together:
            found[each] = together
    distinct = {frozenset(each) for each in found.values() if len(each) > 1}
    return sorted((sorted(each) for each in distinct), key=lambda each: (-len(each), each))


def plan(demand_ids: Sequence[str], actor: User) -> list[Planned]:
    """Who gets what: accepted and standing pools keep their shares, then the demands are filled in the order
    of their deadlines, each with what those before it left. Nothing is kept.

    Raises ``NotFound`` for a hidden demand.
    """
    rows = [demands.one(each, actor) for each in demand_ids[:MOST]]
    taken: dict[str, dict[int, float]] = {}
    planned: dict[str, Planned] = {}
    for demand in sorted(rows, key=_turn):
        pool = pools.of_demand(demand)
        alone = pool_market.filled(demand, Orders(), pooling.QUICK).fill
        if pool is not None and pool.latest.get("members"):
            document: Mapping[str, Any] = pool.latest
        else:
            document = pool_market.filled(demand, Orders(), SECONDS, taken=taken).as_record()
        if pool is None or (pool.held_until is None and pool.status == "open"):
            _add(taken, document)  # what is held or promised is not counted on already
        planned[demand.id] = Planned(demand, document, alone, pool is not None and pool.status == "accepted")
    return [planned[demand.id] for demand in rows]


def _turn(demand: Demand) -> tuple[bool, bool, str, str]:
    """Demands with a pool first, then the nearest deadline."""
    pool = pools.of_demand(demand)
    return (pool is None, demand.valid_until is None, str(demand.valid_until or ""), demand.id)


def _add(taken: dict[str, dict[int, float]], document: Mapping[str, Any]) -> None:
    members: Iterable[Mapping[str, Any]] = document.get("members") or ()
    for row in members:
        own = taken.setdefault(row["offer"], {})
        for month, amount in row["amount_per_month"].items():
            own[int(month)] = own.get(int(month), 0.0) + amount
