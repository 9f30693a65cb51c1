"""A season's plan: open demands that want the same offers, and how the goods are shared among them."""

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
    """Who gets what: standing pools keep their shares, the other demands share the rest for the greatest
    value, none starved below its accepted part. Nothing is kept.

    Raises ``NotFound`` for a hidden demand.
    """
    rows = [demands.one(each, actor) for each in demand_ids[:MOST]]
    alone = {row.id: pool_market.filled(row, Orders(), pooling.QUICK).fill for row in rows}
    taken: dict[str, dict[int, float]] = {}
    documents: dict[str, Mapping[str, Any]] = {}
    settled: set[str] = set()
    for row in rows:
        pool = pools.of_demand(row)
        if pool is None or not pool.latest.get("members"):
            continue
        documents[row.id] = pool.latest
        if pool.status == "accepted":
            settled.add(row.id)
        elif pool.held_until is None:
            _add(taken, pool.latest)  # what is held or promised is left out by itself
    waiting = [row for row in rows if row.id not in documents]
    if waiting:
        found = pool_market.season(waiting, taken, SECONDS)
        documents |= {name: pool.as_record() for name, pool in found.items()}
    return [Planned(row, documents[row.id], alone[row.id], row.id in settled) for row in rows]


def _add(taken: dict[str, dict[int, float]], document: Mapping[str, Any]) -> None:
    members: Iterable[Mapping[str, Any]] = document.get("members") or ()
    for row in members:
        own = taken.setdefault(row["offer"], {})
        for month, amount in row["amount_per_month"].items():
            own[int(month)] = own.get(int(month), 0.0) + amount
