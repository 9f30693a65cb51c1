"""Quantities held, promised and let go: never more than an offer has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import Conflict
from matchmaker.models import AuditEvent, Holding, Match, Offer, Pool, User
from matchmaker.queries import holdings as queries
from matchmaker.queries.holdings import Purpose
from matchmaker.services import holdings, offers
from matchmaker.services.transaction import transaction
from tests.conftest import TODAY

Make = Callable[..., Any]
UNTIL = TODAY + timedelta(days=14)


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return session.get(User, make_user().id)


@pytest.fixture
def purposes(session: Any, officer: User, make_offer: Make, make_demand: Make) -> list[Purpose]:
    """A match and a pool that want of the offer O1: 30 t in June and 30 t in July."""
    make_offer(officer)
    make_demand(officer)
    with transaction():
        session.add(Pool(demand_id="D1"))
    return [
        Purpose(match_id=session.scalar(select(Match.id))),
        Purpose(pool_id=session.scalar(select(Pool.id))),
    ]


def left(session: Any) -> dict[int, int]:
    offer = session.get(Offer, "O1")
    return dict(holdings.free([offer])["O1"].by_month)


def test_an_offer_has_its_harvest_spread_over_its_months(session: Any, purposes: list[Purpose]) -> None:
    assert left(session) == {6: 30_000_000, 7: 30_000_000}


def test_what_is_held_for_one_is_gone_for_others(
    session: Any, purposes: list[Purpose], officer: User
) -> None:
    holdings.hold({"O1": {6: 20_000, 7: 5_000}}, purposes[0], UNTIL, officer)
    assert left(session) == {6: 10_000_000, 7: 25_000_000}
    with pytest.raises(Conflict, match="holding_exceeds") as refused:
        holdings.hold({"O1": {6: 10_001}}, purposes[1], UNTIL, officer)
    assert refused.value.facts == {"id": "O1", "month": 6, "free": 10_000.0, "unit": "kg"}
    holdings.hold({"O1": {6: 10_000}}, purposes[1], UNTIL, officer)
    assert left(session) == {6: 0, 7: 25_000_000}


def test_holding_again_takes_the_place_of_what_the_same_purpose_held(
    session: Any, purposes: list[Purpose], officer: User
) -> None:
    holdings.hold({"O1": {6: 30_000}}, purposes[0], UNTIL, officer)
    holdings.hold({"O1": {6: 25_000, 7: 1.5}}, purposes[0], UNTIL, officer)
    assert left(session) == {6: 5_000_000, 7: 29_998_500}
    assert session.scalar(select(Holding.ended_at).where(Holding.status == "released")) is not None


def test_a_holding_past_its_day_counts_no_more_and_a_promise_stays(
    session: Any, purposes: list[Purpose], officer: User
) -> None:
    holdings.hold({"O1": {6: 30_000}}, purposes[0], TODAY, officer)
    tomorrow = TODAY + timedelta(days=1)
    assert queries.taken(["O1"], TODAY) == {"O1": {6: 30_000_000}}
    assert queries.taken(["O1"], tomorrow) == {}
    holdings.promise(purposes[0], officer)
    assert queries.taken(["O1"], tomorrow) == {"O1": {6: 30_000_000}}
    assert queries.kept(["O1"], tomorrow)["O1"][0].promised == 30_000_000


def test_what_ran_out_is_promised_only_where_nobody_else_holds_it_now(
    session: Any, purposes: list[Purpose], officer: User
) -> None:
    holdings.hold({"O1": {6: 30_000}}, purposes[0], TODAY, officer)
    with transaction():
        session.scalar(select(Holding)).expires_on = date(2026, 1, 1)
    holdings.hold({"O1": {6: 1_000}}, purposes[1], UNTIL, officer)
    with pytest.raises(Conflict, match="holding_exceeds"):
        holdings.promise(purposes[0], officer)
    holdings.release(purposes[1], officer)
    holdings.promise(purposes[0], officer)
    assert left(session)[6] == 0


def test_a_promise_is_not_changed_but_can_be_let_go(
    session: Any, purposes: list[Purpose], officer: User
) -> None:
    holdings.hold({"O1": {6: 1}}, purposes[0], UNTIL, officer)
    holdings.promise(purposes[0], officer)
    with pytest.raises(Conflict, match="promised_already"):
        holdings.hold({"O1": {6: 2}}, purposes[0], UNTIL, officer)
    holdings.release(purposes[0], officer)
    assert left(session)[6] == 30_000_000
    with pytest.raises(Conflict, match="nothing_held"):
        holdings.promise(purposes[0], officer)


def test_a_month_without_goods_and_an_offer_off_the_market_hold_nothing(
    session: Any, purposes: list[Purpose], officer: User
) -> None:
    with pytest.raises(Conflict, match="holding_exceeds"):
        holdings.hold({"O1": {1: 1}}, purposes[0], UNTIL, officer)
    offers.close("O1", officer, 1)
    with pytest.raises(Conflict, match="offer_withdrawn"):
        holdings.hold({"O1": {6: 1}}, purposes[0], UNTIL, officer)


def test_an_offer_without_an_amount_holds_nothing(
    session: Any, purposes: list[Purpose], officer: User, make_offer: Make
) -> None:
    make_offer(officer, id="O2", quantity=None, unit="", per="")
    with pytest.raises(Conflict, match="amount_unsaid"):
        holdings.hold({"O2": {6: 1}}, purposes[0], UNTIL, officer)


def test_a_stock_goes_in_any_month_but_only_once(
    session: Any, purposes: list[Purpose], officer: User, make_offer: Make
) -> None:
    make_offer(
        officer, id="O3", product="Mật ong bạc hà", quantity=100, unit="lít", per="total", months=[11, 12]
    )
    holdings.hold({"O3": {11: 40, 12: 60}}, purposes[0], UNTIL, officer)
    with pytest.raises(Conflict, match="holding_exceeds"):
        holdings.hold({"O3": {12: 1}}, purposes[1], UNTIL, officer)


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=91)])
def test_the_last_day_is_neither_past_nor_far(
    session: Any, purposes: list[Purpose], officer: User, day: date
) -> None:
    with pytest.raises(Conflict, match="holding_day"):
        holdings.hold({"O1": {6: 1}}, purposes[0], day, officer)


def test_every_change_is_in_the_trail(session: Any, purposes: list[Purpose], officer: User) -> None:
    holdings.hold({"O1": {6: 1}}, purposes[1], UNTIL, officer)
    holdings.promise(purposes[1], officer)
    holdings.release(purposes[1], officer)
    told = session.execute(
        select(AuditEvent.action, AuditEvent.subject)
        .where(AuditEvent.action.like("quantity.%"))
        .order_by(AuditEvent.id)
    ).all()
    assert [tuple(row) for row in told] == [
        ("quantity.held", "pool"),
        ("quantity.promised", "pool"),
        ("quantity.released", "pool"),
    ]
