"""Stored rankings as rows: many names in one statement, and the last place of each list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Match
from matchmaker.services import ranked_rows

Make = Callable[..., Any]
MANY = 70_000  # more than any database takes as values of one statement


@pytest.fixture(autouse=True)
def market(session: Any, make_user: Make, make_offer: Make, make_demand: Make) -> None:
    """Two demands over three offers."""
    officer = make_user()
    for name, price in (("O1", 30_000), ("O2", 31_000), ("O3", 32_000)):
        make_offer(officer, id=name, price_min=price, price_max=price)
    for name in ("D1", "D2"):
        make_demand(officer, id=name)


def test_any_number_of_names_goes_in_one_value(session: Any) -> None:
    names = [f"X{i}" for i in range(MANY)]
    found = db.session.scalars(select(Demand.id).where(ranked_rows.among(Demand.id, ["D2", *names])))
    assert found.all() == ["D2"]
    rows = db.session.scalars(select(Match.id)).all()
    asked = [*rows[:2], *range(10**6, 10**6 + MANY)]
    assert db.session.scalars(select(Match.id).where(ranked_rows.among(Match.id, asked))).all() == rows[:2]
    assert db.session.scalars(select(Match.id).where(ranked_rows.among(Match.id, []))).all() == []


def test_names_may_hold_whatever_an_id_may_hold(session: Any, make_user: Make, make_demand: Make) -> None:
    name = """ơ"'{},\\x"""
    make_demand(make_user("administrator", "a@example.com"), id=name, ranked=False)
    assert db.session.scalars(select(Demand.id).where(ranked_rows.among(Demand.id, [name]))).all() == [name]


def test_a_full_list_has_a_last_place_that_the_offer_itself_does_not_hold(
    session: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ranked_rows.last_places(["D1", "D2"], "") == {}
    monkeypatch.setattr(ranked_rows, "KEPT", 3)
    last = session.scalar(select(Match).where(Match.demand_id == "D1", Match.position == 3))
    assert ranked_rows.last_places(["D1"], "O-new") == {"D1": (False, -last.score, last.offer_id)}
    assert ranked_rows.last_places(["D1", "D2"], last.offer_id).keys() <= {"D2"}
