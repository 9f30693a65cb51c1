from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import InvalidRecord, NotFound, Stale
from matchmaker.models import Decision, Match, User
from matchmaker.services import decisions

Make = Callable[..., Any]


@pytest.fixture
def match(session: Any, make_user: Make, make_offer: Make, make_demand: Make) -> int:
    """The id of the sample match."""
    admin = make_user("administrator")
    make_offer(admin)
    make_demand(admin)
    return session.scalar(select(Match.id))


@pytest.fixture
def officer(session: Any, make_user: Make) -> User:
    return session.get(User, make_user().id)


@pytest.mark.parametrize(
    ("decision", "reason", "status"),
    [("accept", "", "accepted"), ("reject", "price", "rejected"), ("hold", "", "held")],
)
def test_a_decision_sets_the_status_and_stays_on_record(
    session: Any, match: int, officer: User, decision: str, reason: str, status: str
) -> None:
    decided = decisions.decide(match, decision, reason, "ghi chú", officer)

    kept = session.scalar(select(Decision))
    assert decided.status == status
    assert (kept.decision, kept.reason, kept.note, kept.user_id) == (decision, reason, "ghi chú", officer.id)
    assert (kept.score, kept.rank, kept.profile) == (decided.score, 1, decided.profile)


def test_later_decisions_leave_earlier_ones_on_record(session: Any, match: int, officer: User) -> None:
    decisions.decide(match, "hold", "", "", officer)
    decided = decisions.decide(match, "accept", "", "", officer)

    assert [kept.decision for kept in decided.decisions] == ["hold", "accept"]
    assert decided.version == 3


def test_a_decision_on_a_past_version_is_stale(session: Any, match: int, officer: User) -> None:
    decisions.decide(match, "hold", "", "", officer, version=1)

    with pytest.raises(Stale):
        decisions.decide(match, "accept", "", "", officer, version=1)


def test_a_rejection_without_a_reason_is_refused(match: int, officer: User) -> None:
    with pytest.raises(InvalidRecord) as refused:
        decisions.decide(match, "reject", "", "", officer)

    assert refused.value.messages["reason"][0]["code"] == "reason_required"


def test_a_match_out_of_scope_cannot_be_decided(session: Any, match: int, make_user: Make) -> None:
    far = session.get(User, make_user("officer", "far@example.com", provinces=["Cà Mau"]).id)

    with pytest.raises(NotFound):
        decisions.decide(match, "accept", "", "", far)
