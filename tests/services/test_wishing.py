"""Wishes taken down by an organizer and by the party itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import Conflict, InvalidRecord, NotFound
from matchmaker.models import AuditEvent, User
from matchmaker.queries import wishes
from matchmaker.services import arranging, conferences, personal_links, wishing
from matchmaker.services.wishing import Said
from tests.conftest import TODAY
from tests.services.test_conferences import document


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def conference_id(organizer: User) -> str:
    return conferences.post(document(pairs=[], wishes_until=TODAY.isoformat()), organizer, "C1").id


def link(conference_id: str, party: str, organizer: User) -> str:
    stored = conferences.conferences.one(conference_id, organizer).document["participants"]
    return personal_links.key(conference_id, next(row for row in stored if row["id"] == party))


def told(conference_id: str, party: str) -> list[tuple[str, str, int]]:
    return [(wish.other, wish.kind, wish.rank) for wish in wishes.of_party(conference_id, party)]


def test_a_list_typed_in_takes_the_place_of_the_one_before(conference_id: str, organizer: User) -> None:
    wishing.replace(conference_id, "P1", {"B1": Said("want", 2), "B2": Said("want", 1)}, organizer, "paper")
    assert told(conference_id, "P1") == [("B2", "want", 1), ("B1", "want", 2)]
    wishing.replace(conference_id, "P1", {"B1": Said("must", 7)}, organizer)
    assert told(conference_id, "P1") == [("B1", "must", 0)]
    answer = wishes.answers(conference_id)["P1"]
    assert (answer.source, answer.named) == ("officer", 1)


def test_whoever_answers_and_names_nobody_has_answered(conference_id: str, organizer: User) -> None:
    wishing.replace(conference_id, "P1", {}, organizer)
    assert told(conference_id, "P1") == []
    assert wishes.answers(conference_id)["P1"].named == 0
    assert wishes.answered(conference_id) == 1
    assert arranging.current_pairs(conferences.conferences.one(conference_id, organizer))["pairs"] == []


@pytest.mark.parametrize("other", ["P2", "P1", "nobody"])
def test_only_the_other_side_can_be_wished_for(conference_id: str, organizer: User, other: str) -> None:
    with pytest.raises(InvalidRecord):
        wishing.replace(conference_id, "P1", {other: Said("want")}, organizer)
    with pytest.raises(NotFound):
        wishing.replace(conference_id, "nobody", {}, organizer)


def test_peers_and_those_without_a_side_can_meet_everybody() -> None:
    rows = [
        {"id": "P", "side": "producer"},
        {"id": "B", "side": "buyer"},
        {"id": "X"},
        {"id": "Y", "side": "peer"},
    ]

    def named(party: str) -> list[str]:
        return [row["id"] for row in wishing.partners({"participants": rows}, party)]

    assert named("P") == ["B", "X", "Y"]
    assert named("X") == ["P", "B", "Y"]
    assert named("Y") == ["P", "B", "X"]


def test_a_party_tells_by_its_link_and_what_it_does_not_name_stays(
    conference_id: str, organizer: User, session: Any
) -> None:
    key = link(conference_id, "P1", organizer)
    wishing.tell(conference_id, "P1", key, {"B1": Said("want", 1), "B2": Said("no")})
    wishing.tell(conference_id, "P1", key, {"B2": None})
    assert told(conference_id, "P1") == [("B1", "want", 1)]
    events = session.scalars(select(AuditEvent).where(AuditEvent.action == "wishes.told")).all()
    assert [event.user_id for event in events] == [None, None]
    assert events[0].facts == {
        "ranks": {"B1": 1},
        "participant": "P1",
        "source": "link",
        "must": [],
        "want": ["B1"],
        "no": ["B2"],
    }


def test_a_wrong_or_withdrawn_link_tells_nothing(conference_id: str, organizer: User) -> None:
    key = link(conference_id, "P1", organizer)
    with pytest.raises(NotFound):
        wishing.tell(conference_id, "P2", key, {"B1": Said("want")})
    personal_links.withdraw(conference_id, "P1", organizer)
    with pytest.raises(NotFound):
        wishing.tell(conference_id, "P1", key, {"B1": Said("want")})
    assert link(conference_id, "P1", organizer) != key


def test_a_link_takes_few_musts_and_an_organizer_more(conference_id: str, organizer: User) -> None:
    key = link(conference_id, "B1", organizer)
    most = wishing.MOST_MUSTS
    try:
        wishing.MOST_MUSTS = 1
        with pytest.raises(Conflict, match="too_many_musts"):
            wishing.tell(conference_id, "B1", key, {"P1": Said("must"), "P2": Said("must")})
    finally:
        wishing.MOST_MUSTS = most
    wishing.replace(conference_id, "B1", {"P1": Said("must"), "P2": Said("must")}, organizer)
    assert len(told(conference_id, "B1")) == 2


def test_links_take_wishes_up_to_the_last_day_and_until_a_timetable_is_out(
    app: Any, conference_id: str, organizer: User
) -> None:
    key = link(conference_id, "P1", organizer)
    app.config["TODAY"] = date(TODAY.year, TODAY.month, TODAY.day + 1)
    try:
        with pytest.raises(Conflict, match="wishes_closed"):
            wishing.tell(conference_id, "P1", key, {"B1": Said("want")})
    finally:
        app.config["TODAY"] = TODAY
    wishing.tell(conference_id, "P1", key, {"B1": Said("must")})
    version = arranging.arrange(conference_id, organizer, 1)
    assert [(m["a"], m["b"]) for m in version.document["meetings"]] == [("P1", "B1")]
    conferences.publish(conference_id, version.number, organizer)
    with pytest.raises(Conflict, match="wishes_closed"):
        wishing.tell(conference_id, "P1", key, {"B1": Said("want")})
