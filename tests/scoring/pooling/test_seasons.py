"""Scarce supply among competing demands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scoring.context import Context
from scoring.pooling import Pool, fill, season_plan, total_value
from scoring.profile import Profile

Make = Callable[..., Any]


def given(pools: dict[str, Pool]) -> dict[tuple[str, int], float]:
    found: dict[tuple[str, int], float] = {}
    for pool in pools.values():
        for member in pool.members:
            for month, amount in member.amounts.items():
                found[member.offer, month] = found.get((member.offer, month), 0.0) + amount
    return found


def test_nothing_is_promised_twice_and_nobody_starves(
    offer: Make, demand: Make, trade: Context, profile: Profile
) -> None:
    offers = [offer(id=name, quantity=10) for name in ("a", "b")]
    demands = [
        demand(id="rich", quantity=16, price_max=60_000),
        demand(id="poor", quantity=16, price_max=31_000),
    ]
    pools = season_plan(demands, offers, trade, profile=profile, accepted={"rich": 0.25, "poor": 0.25})
    assert all(amount <= 10_000.0 + 0.01 for amount in given(pools).values())
    assert pools["rich"].fill > 0.9
    assert pools["poor"].fill >= 0.24


def test_the_plan_is_worth_no_less_than_one_demand_after_the_other(
    offer: Make, demand: Make, trade: Context, profile: Profile
) -> None:
    offers = [
        offer(id=f"o{n}", quantity=4 + n, price_min=15_000 + 500 * n, price_max=16_000 + 500 * n)
        for n in range(6)
    ]
    demands = [demand(id=f"d{n}", quantity=12, price_max=30_000 + 6_000 * n) for n in range(4)]
    planned = season_plan(demands, offers, trade, profile=profile, accepted={d.id: 0.0 for d in demands})
    in_turn: dict[str, Pool] = {}
    held: dict[str, dict[int, float]] = {}
    for each in demands:
        in_turn[each.id] = fill(each, offers, trade, profile=profile, held=held)
        for (name, month), amount in given({each.id: in_turn[each.id]}).items():
            held.setdefault(name, {})[month] = held.get(name, {}).get(month, 0.0) + amount
    assert total_value(demands, planned) >= total_value(demands, in_turn)


def test_a_small_change_moves_little(offer: Make, demand: Make, trade: Context, profile: Profile) -> None:
    offers = [offer(id=f"o{n}", quantity=5 + n) for n in range(6)]
    demands = [demand(id=f"d{n}", quantity=11) for n in range(3)]
    before = season_plan(demands, offers, trade, profile=profile)
    offers[0] = offer(id="o0", quantity=4.5)
    after = season_plan(demands, offers, trade, profile=profile, previous=before)
    moved = sum(
        before[d.id].amounts().get(o.id) != after[d.id].amounts().get(o.id) for d in demands for o in offers
    )
    assert moved <= 3
