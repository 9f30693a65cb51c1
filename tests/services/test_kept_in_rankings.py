"""What is held or promised elsewhere counts in the rankings of an offer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.models import Match, User
from matchmaker.queries.holdings import Purpose
from matchmaker.services import holdings, matches
from matchmaker.wording.reasons import sentence
from tests.conftest import TODAY

Make = Callable[..., Any]
UNTIL = TODAY + timedelta(days=14)


def match_of(session: Any, demand: str) -> Match:
    session.expire_all()
    return session.scalar(select(Match).where(Match.demand_id == demand, Match.offer_id == "O1"))


def volume(session: Any, demand: str) -> dict[str, Any]:
    told = match_of(session, demand).evidence["reasons"]
    return next(reason for reason in told if reason["code"].startswith("volume"))


@pytest.fixture
def officer(session: Any, make_user: Make, make_offer: Make, make_demand: Make) -> User:
    """Two demands for 30 t a month that one offer of 30 t a month fills."""
    user = session.get(User, make_user().id)
    make_offer(user)
    for name in ("D1", "D2"):
        make_demand(user, id=name, quantity=30, per="month", buyer=f"Siêu thị {name} (mẫu)")
    return user


def held_for_the_first(session: Any, officer: User, **months: float) -> None:
    wanted = {"O1": {int(month[1:]): amount for month, amount in months.items()}}
    holdings.hold(wanted, Purpose(match_id=match_of(session, "D1").id), UNTIL, officer)
    for offer in holdings.touched():
        matches.rank_for_offer(offer)


def test_what_is_held_for_one_demand_is_gone_for_the_other(session: Any, officer: User) -> None:
    before = {name: match_of(session, name).score for name in ("D1", "D2")}
    held_for_the_first(session, officer, m6=30_000, m7=15_000)
    assert volume(session, "D1")["code"] == "volume_covers"
    assert match_of(session, "D1").score == before["D1"]
    assert volume(session, "D2")["facts"]["kept"] == 45_000
    assert match_of(session, "D2").score < before["D2"]

    holdings.release(Purpose(match_id=match_of(session, "D1").id), officer)
    for offer in holdings.touched():
        matches.rank_for_offer(offer)
    assert {name: match_of(session, name).score for name in before} == before


def test_one_offer_and_all_offers_are_ranked_alike_under_what_is_kept(session: Any, officer: User) -> None:
    held_for_the_first(session, officer, m6=20_000)
    alone = match_of(session, "D2").evidence
    matches.rank_demands(["D1", "D2"])
    assert match_of(session, "D2").evidence == alone


def test_the_sentence_says_how_much_is_kept_and_never_for_whom(session: Any, officer: User) -> None:
    held_for_the_first(session, officer, m6=20_000)
    said = volume(session, "D2")
    told = sentence(said["code"], said["facts"], "vi")
    assert "đã trừ 20 tấn giữ hoặc hứa cho đơn khác" in told
    assert "D1" not in str(said)


def test_an_offer_of_which_nothing_is_left_is_told_as_such(session: Any, officer: User) -> None:
    held_for_the_first(session, officer, m6=30_000, m7=30_000)
    match = match_of(session, "D2")
    assert not match.eligible
    assert match.evidence["vetoes"] == ["volume_too_small"]


def test_past_its_last_day_a_holding_counts_no_more(
    session: Any, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_for_the_first(session, officer, m6=20_000)
    monkeypatch.setattr("matchmaker.services.matches.today", lambda: UNTIL + timedelta(days=1))
    monkeypatch.setattr("matchmaker.services.resident.today", lambda: UNTIL + timedelta(days=1))
    assert matches.stale() == ["D1", "D2"]
    matches.rank_demands(matches.stale())
    assert "kept" not in volume(session, "D2")["facts"]
