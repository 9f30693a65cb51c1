from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.models import Match, User
from matchmaker.queries import overview
from matchmaker.queries.overview import BoardFilter, BoardRow
from matchmaker.services import decisions

TODAY = date(2026, 11, 21)
Make = Callable[..., str]


@pytest.fixture
def officer(make_user: Callable[..., User]) -> User:
    """An officer of all provinces."""
    return make_user("officer")


def only(actor: User, today: date = TODAY) -> BoardRow:
    (row,) = overview.rows(actor, today)
    return row


def test_a_demand_waits_to_be_ranked_first(officer: User, make_demand: Make, session: Any) -> None:
    make_demand(officer, ranked=False)
    assert only(officer).status == "ranking"


def test_a_demand_without_fitting_supply_says_so(officer: User, make_demand: Make, session: Any) -> None:
    make_demand(officer)
    row = only(officer)
    assert (row.status, row.eligible, row.best) == ("no_match", 0, None)


@pytest.mark.parametrize(
    ("decision", "reason", "status"),
    [("accept", "", "decided"), ("hold", "", "held"), ("reject", "price", "to_decide")],
)
def test_decisions_show_in_the_demands_status(
    officer: User,
    make_offer: Make,
    make_demand: Make,
    session: Any,
    decision: str,
    reason: str,
    status: str,
) -> None:
    make_offer(officer)
    make_demand(officer)
    assert only(officer).status == "to_decide"
    match = session.scalars(select(Match)).one()
    decisions.decide(match.id, decision, reason, "", officer)
    row = only(officer)
    assert row.status == status
    assert (row.best is None) is (decision == "reject")


def test_a_demand_past_its_deadline_is_closed_and_sorted_last(
    officer: User, make_demand: Make, session: Any
) -> None:
    make_demand(officer, id="D1", valid_until=date(2026, 12, 1), ranked=False)
    make_demand(officer, id="D2", valid_until=date(2027, 12, 1), ranked=False)
    make_demand(officer, id="D3", ranked=False)
    rows = overview.chosen(overview.rows(officer, date(2027, 1, 1)), BoardFilter())
    assert [(row.id, row.status) for row in rows] == [("D2", "ranking"), ("D3", "ranking"), ("D1", "closed")]


def test_rows_of_other_provinces_are_not_there(
    officer: User, make_user: Callable[..., User], make_demand: Make, session: Any
) -> None:
    make_demand(officer, ranked=False)
    assert overview.rows(make_user("officer", email="x@example.com", provinces=["Cà Mau"]), TODAY) == []


def test_the_best_supply_is_named_and_rejected_supply_is_not(
    officer: User, make_offer: Make, make_demand: Make, session: Any
) -> None:
    make_offer(officer)
    make_offer(officer, id="O2", quantity=1)
    demand = make_demand(officer)
    (first,) = overview.best_offers([demand])[demand]
    assert first.offer_id == "O1"
    decisions.decide(first.id, "reject", "price", "", officer)
    assert [match.offer_id for match in overview.best_offers([demand]).get(demand, [])] != ["O1"]
