"""Whom else to ask to a conference, from the stored rankings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.models import Match, User
from matchmaker.services import conferences, inviting
from tests.services.test_conferences import document

Make = Callable[..., Any]


@pytest.fixture
def organizer(make_user: Make, session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def sides(make_user: Make, make_member: Make, make_offer: Make, make_demand: Make) -> dict[str, str]:
    """A producer with 60 tonnes of plums, and two buyers who want them, one more than the other."""
    officer = make_user("officer")
    found = {"producer": make_member("producer", province="Lào Cai")}
    make_offer(officer, found["producer"])
    for name, tonnes in (("small", 1), ("large", 2)):
        found[name] = make_member("buyer", name=f"Siêu thị {name} (mẫu)", province="Bắc Ninh")
        make_demand(officer, found[name], id=f"D-{name}", quantity=tonnes)
    return found


def entered(organizer: User, *members: str) -> str:
    people = [{"id": each, "side": "producer", "available": [1]} for each in members]
    return conferences.post(document(participants=people, pairs=[]), organizer, "C1").id


def test_buyers_are_named_by_what_they_would_add_and_together_never_more_than_there_is(
    organizer: User, sides: dict[str, str], session: Any
) -> None:
    conference_id = entered(organizer, sides["producer"])
    found = inviting.suggestions(conference_id, "buyer", organizer)
    assert [each.organisation.id for each in found] == [sides["large"], sides["small"]]
    large, small = (each.invitation.kg for each in found)
    assert large == pytest.approx(2 * small)
    assert large + small <= 60_000
    match = session.scalar(select(Match).where(Match.demand_id == "D-large"))
    facts = next(row["facts"] for row in match.evidence["reasons"] if row["criterion"] == "volume")
    assert large == pytest.approx(min(facts["need"], facts["supply"]), rel=1e-3)


def test_whoever_takes_part_is_not_suggested(organizer: User, sides: dict[str, str]) -> None:
    conference_id = entered(organizer, sides["producer"], sides["large"])
    found = inviting.suggestions(conference_id, "buyer", organizer)
    assert [each.organisation.id for each in found] == [sides["small"]]


def test_producers_are_suggested_for_the_buyers_who_take_part(organizer: User, sides: dict[str, str]) -> None:
    conference_id = entered(organizer, sides["large"])
    found = inviting.suggestions(conference_id, "producer", organizer)
    assert [each.organisation.id for each in found] == [sides["producer"]]
    assert found[0].invitation.products == ["Mận tam hoa Bắc Hà"]


def test_without_rankings_nobody_is_suggested(organizer: User) -> None:
    assert inviting.suggestions(entered(organizer, "P1"), "buyer", organizer) == []
