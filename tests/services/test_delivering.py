"""Deliveries use up what was kept for their match, are stages of it, and are compared with the promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from matchmaker.errors import Conflict, InvalidRecord, NotFound
from matchmaker.models import Holding, Match, User
from matchmaker.queries import deliveries, holdings, match_stages
from matchmaker.queries.holdings import Purpose
from matchmaker.services import delivering, introducing, pipeline
from matchmaker.services import holdings as keeping
from tests.conftest import TODAY, reload

Make = Callable[..., Any]


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return reload(make_user())


@pytest.fixture
def match(session: Any, accepted: list[int], officer: User) -> Match:
    """An introduced match with 5 tonnes promised in June and 4 in July, and a contract."""
    introducing.introduce("D1", accepted[:1], officer)
    purpose = Purpose(match_id=accepted[0])
    keeping.hold({"O1": {6: 5000, 7: 4000}}, purpose, TODAY + timedelta(days=14), officer)
    keeping.promise(purpose, officer)
    signed = {"stage": "contract", "happened_on": TODAY, "quantity": 9, "unit": "tấn", "value": 180_000_000}
    pipeline.note_stage(accepted[0], signed, officer)
    return session.get(Match, accepted[0])


def delivery(quantity: float, **more: Any) -> dict[str, Any]:
    return {"delivered_on": TODAY, "quantity": quantity, "unit": "tấn"} | more


def kept(match: Match) -> dict[int, int]:
    return {row.month: row.amount for row in holdings.of_purpose(Purpose(match_id=match.id))}


def test_the_first_delivery_is_a_stage_and_the_second_makes_it_ongoing(match: Match, officer: User) -> None:
    delivering.by_officer(match.id, delivery(2, value=40_000_000), officer)
    first = match_stages.latest(match.id)
    assert (first.stage, first.quantity, first.value) == ("delivered", 2, 40_000_000)

    delivering.by_officer(match.id, delivery(1), officer)
    delivering.by_officer(match.id, delivery(1.5), officer)
    stages = [stage.stage for stage, _ in match_stages.of_match(match.id)]
    assert stages == ["introduced", "contract", "delivered", "ongoing"]
    assert len(deliveries.of_match(match.id)) == 3


def test_a_delivery_uses_up_what_was_promised_and_it_is_not_promised_again(
    session: Any, match: Match, officer: User
) -> None:
    before = keeping.free([match.offer])["O1"].by_month
    row = delivering.by_officer(match.id, delivery(6), officer)

    assert row.consumed == 6_000_000
    assert kept(match) == {7: 3_000_000}
    assert keeping.free([match.offer])["O1"].by_month == before
    assert session.query(Holding).filter_by(status="delivered").count() == 2


def test_more_than_was_promised_is_delivered_but_no_more_is_used_up(match: Match, officer: User) -> None:
    row = delivering.by_officer(match.id, delivery(10), officer)

    assert row.consumed == 9_000_000
    assert kept(match) == {}
    found = delivering.progress(match)
    assert (found.unit, found.promised, found.delivered) == ("kg", 9_000_000, 10_000_000)


def test_progress_counts_weights_together_and_says_what_it_cannot_count(match: Match, officer: User) -> None:
    delivering.by_officer(match.id, delivery(500, unit="kg", value=10_000_000), officer)
    delivering.by_officer(match.id, delivery(3, unit="con", value=1_000_000), officer)
    found = delivering.progress(match)

    assert (found.delivered, found.uncounted, found.value) == (500_000, 1, 11_000_000)


def test_without_a_holding_the_contract_is_the_promise(
    session: Any, accepted: list[int], officer: User
) -> None:
    introducing.introduce("D1", accepted[1:], officer)
    signed = {"stage": "contract", "happened_on": TODAY, "quantity": 20, "unit": "tạ"}
    pipeline.note_stage(accepted[1], signed, officer)
    row = delivering.by_officer(accepted[1], delivery(1), officer)
    found = delivering.progress(session.get(Match, accepted[1]))

    assert row.consumed == 0
    assert (found.promised, found.delivered) == (2_000_000, 1_000_000)


def test_nothing_is_delivered_before_a_contract_or_tomorrow(
    accepted: list[int], match: Match, officer: User
) -> None:
    with pytest.raises(Conflict, match="not_delivering"):
        delivering.by_officer(accepted[1], delivery(1), officer)
    with pytest.raises(InvalidRecord):
        delivering.by_officer(match.id, delivery(1, delivered_on=TODAY + timedelta(days=1)), officer)
    with pytest.raises(InvalidRecord) as refused:
        delivering.by_officer(match.id, delivery(1, delivered_on=date(2026, 1, 1)), officer)
    assert "delivered_on" in refused.value.messages
    assert list(deliveries.of_match(match.id)) == []
    assert kept(match) == {6: 5_000_000, 7: 4_000_000}


def test_a_button_pressed_twice_is_one_delivery_and_one_contract(
    match: Match, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    contract = {"stage": "contract", "happened_on": TODAY, "value": 70_000_000}
    for _ in range(2):
        pipeline.note_stage(match.id, contract, officer)
    for _ in range(2):
        delivering.by_officer(match.id, delivery(1), officer)
    stages = [stage.stage for stage, _ in match_stages.of_match(match.id)]
    assert stages == ["introduced", "contract", "contract", "delivered"]  # the first is the fixture's
    assert len(deliveries.of_match(match.id)) == 1

    monkeypatch.setattr(pipeline, "AGAIN", timedelta(0))
    delivering.by_officer(match.id, delivery(1), officer)
    assert len(deliveries.of_match(match.id)) == 2


def test_a_third_delivery_too_is_not_before_the_contract(match: Match, officer: User) -> None:
    for amount in (1, 2):
        delivering.by_officer(match.id, delivery(amount), officer)
    with pytest.raises(InvalidRecord) as refused:
        delivering.by_officer(match.id, delivery(3, delivered_on=date(2020, 1, 1)), officer)
    assert set(refused.value.messages) == {"delivered_on"}


def test_an_officer_of_elsewhere_delivers_nothing(match: Match, make_user: Make) -> None:
    far = reload(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    with pytest.raises(NotFound):
        delivering.by_officer(match.id, delivery(1), far)
    assert list(deliveries.of_match(match.id)) == []


@pytest.mark.parametrize(
    ("whole", "parts", "shares"),
    [(10, [5, 5], [5, 5]), (10, [20, 10], [7, 3]), (0, [3], [0]), (9, [9], [9]), (1, [1, 1, 1], [1, 0, 0])],
)
def test_goods_of_several_go_by_their_shares(whole: int, parts: list[int], shares: list[int]) -> None:
    assert keeping._shared(whole, parts) == shares
