from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.models import Demand, User
from matchmaker.queries import judged
from matchmaker.services import mutual

Make = Callable[..., Any]


@pytest.fixture
def admin(session: Any, make_user: Make) -> User:
    """An administrator in the present session."""
    return session.get(User, make_user("administrator").id)


@pytest.fixture
def rows(session: Any, admin: User, make_offer: Make, make_demand: Make) -> list[mutual.Mutual]:
    """A dear offer and a cheap one for D1, and one that lacks its invoice; D2 pays more."""
    make_offer(admin, id="O1", quantity=60, price_min=36000, price_max=37000)
    make_offer(admin, id="O2", quantity=60, price_min=9000, price_max=36500)
    make_offer(admin, id="O3", invoice="KHONG")
    make_demand(admin, id="D1")
    make_demand(admin, id="D2", price_max=90000)
    demand = session.get(Demand, "D1")
    return mutual.for_demand(demand, judged.of_demand(demand))


def test_each_pair_adds_up_from_both_sides(rows: list[mutual.Mutual]) -> None:
    assert [row.match.offer_id for row in rows] == sorted(
        (row.match.offer_id for row in rows),
        key=lambda offer: -next(r.mutual for r in rows if r.match.offer_id == offer),
    )
    for row in rows:
        assert row.mutual == row.buyer + row.producer
        assert row.score == row.match.score
        assert row.buyer == pytest.approx(0.6 * row.score, abs=1)
        assert row.producer == pytest.approx(0.4 * row.interest, abs=1)
        assert set(row.parts) == {"margin", "uptake", "terms", "way"}


def test_a_margin_for_the_producer_counts(rows: list[mutual.Mutual]) -> None:
    assert rows[0].match.offer_id == "O2"
    assert rows[0].parts["margin"] > rows[1].parts["margin"]


def test_the_demand_has_its_place_among_all_that_the_offer_fits(rows: list[mutual.Mutual]) -> None:
    assert {row.match.offer_id: row.demand_rank for row in rows} == {"O1": 2, "O2": 2}


def test_what_is_impossible_is_not_shown(rows: list[mutual.Mutual]) -> None:
    assert "O3" not in {row.match.offer_id for row in rows}


def test_a_demand_without_any_fitting_offer_gives_nothing(
    session: Any, admin: User, make_demand: Make
) -> None:
    make_demand(admin)
    demand = session.get(Demand, "D1")
    assert mutual.for_demand(demand, judged.of_demand(demand)) == []
