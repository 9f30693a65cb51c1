"""Demands that want the same offers: found, and filled so that nothing counts twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from matchmaker.errors import NotFound
from matchmaker.models import User
from matchmaker.services import pooling, season
from tests.conftest import TODAY
from tests.services.pool_market import VILLAGES, large_demand, villages

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make, make_offer: Make, make_demand: Make) -> User:
    """An officer over four villages and two demands for their plums; 36 t for twice 24 t."""
    user = make_user()
    villages(user, make_offer)
    large_demand(user, make_demand, valid_until="2027-05-01")
    large_demand(user, make_demand, id="D2", valid_until="2027-03-01")
    return session.get(User, user.id)


def given(planned: list[season.Planned]) -> dict[str, dict[int, float]]:
    """What each offer gives to all demands together, by month."""
    found: dict[str, dict[int, float]] = {}
    for one in planned:
        for row in one.document["members"]:
            own = found.setdefault(row["offer"], {})
            for month, amount in row["amount_per_month"].items():
                own[int(month)] = own.get(int(month), 0) + amount
    return found


def test_demands_that_share_offers_stand_together(officer: User, make_demand: Make) -> None:
    make_demand(officer, id="D3", product="Mật ong", unit="lít", price_unit="lít")
    assert season.groups(officer) == [["D1", "D2"]]


def test_nothing_counts_twice_and_nobody_is_starved(officer: User) -> None:
    planned = season.plan(["D1", "D2"], officer)
    for offer, months in given(planned).items():
        assert all(amount <= VILLAGES[offer] * 500 + 1e-6 for amount in months.values())
    first, second = planned
    assert (first.demand.id, second.demand.id) == ("D1", "D2")
    assert min(first.document["fill"], second.document["fill"]) > 0.3
    assert 1.4 < first.document["fill"] + second.document["fill"] < 1.6  # 36 t for twice 24 t
    assert first.alone == second.alone == 1


def test_a_standing_pool_keeps_its_shares(officer: User) -> None:
    pool = pooling.propose("D1", officer)
    planned = {one.demand.id: one for one in season.plan(["D1", "D2"], officer)}
    assert planned["D1"].document == pool.latest
    assert planned["D2"].document["fill"] < 1
    pooling.hold("D1", TODAY + timedelta(days=3), officer)
    again = {one.demand.id: one for one in season.plan(["D1", "D2"], officer)}
    assert again["D2"].document["fill"] == planned["D2"].document["fill"]


def test_a_hidden_demand_is_in_no_plan(officer: User, make_user: Make, session: Any) -> None:
    far = session.get(User, make_user("officer", "far@example.com", provinces=["Cà Mau"]).id)
    assert season.groups(far) == []
    with pytest.raises(NotFound):
        season.plan(["D1", "D2"], far)
