"""A walk-in is taken in with those it could meet, and the repair finds it a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import NotFound
from matchmaker.models import User
from matchmaker.queries import attendance
from matchmaker.queries import conferences as queries
from matchmaker.services import arranging, conferences, mending, walk_ins
from matchmaker.services.mending import Happening
from tests.services.test_conferences import document


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture(autouse=True)
def conference(organizer: User) -> None:
    conferences.post(document(), organizer, "C1")
    arranging.arrange("C1", organizer, 2)


def test_a_walk_in_is_there_from_now_on_and_gets_meetings_in_the_repair(organizer: User) -> None:
    before = queries.one("C1", organizer).schedules[-1].document["meetings"]
    new = walk_ins.add("C1", {"side": "producer", "name": "HTX Mới (mẫu)"}, ["B1", "B2"], organizer, 2)
    row = next(p for p in queries.one("C1", organizer).document["participants"] if p["id"] == new)
    assert (row["available"], row["walk_in"]) == ([2, 3, 4], True)
    assert attendance.of_conference("C1")[new].status == "arrived"
    mended = mending.propose("C1", Happening(2), organizer, 2)
    added = [row for row in mended.changes if row["kind"] == "added"]
    assert {frozenset((row["a"], row["b"])) for row in added} == {
        frozenset((new, "B1")),
        frozenset((new, "B2")),
    }
    assert all(row["after"]["slot"] in (2, 3, 4) for row in added)
    assert len(mended.schedule["meetings"]) == len(before) + 2


def test_the_pairs_of_the_others_keep_their_scores(organizer: User) -> None:
    before = queries.one("C1", organizer).document["pairs"]
    walk_ins.add("C1", {"side": "buyer", "name": "Quán Mới (mẫu)", "host": True}, ["P1"], organizer)
    after = queries.one("C1", organizer).document["pairs"]
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1
    assert after[-1]["score"] > 0


def test_an_organisation_of_the_database_brings_its_trade_and_its_best_partners(
    organizer: User,
    make_user: Callable[..., User],
    make_member: Callable[..., str],
    make_offer: Callable[..., str],
    make_demand: Callable[..., str],
) -> None:
    officer = make_user("officer")
    producer, buyer = make_member("producer", province="Lào Cai"), make_member("buyer", province="Bắc Ninh")
    make_offer(officer, producer)
    make_demand(officer, buyer)
    people = [{"id": "B7", "organisation": buyer, "side": "buyer", "name": "Siêu thị", "available": [1, 2]}]
    slots = [{"id": s, "day": 1, "session": "am"} for s in (1, 2)]
    conferences.post(document(participants=people, slots=slots, pairs=[]), organizer, "C2")
    record = {"side": "producer", "name": "HTX", "organisation": producer}
    found = walk_ins.suggested(queries.one("C2", organizer).document, record)
    assert list(found) == ["B7"]
    new = walk_ins.add("C2", record, list(found), organizer)
    stored = queries.one("C2", organizer).document
    row = next(p for p in stored["participants"] if p["id"] == new)
    assert row["offers"] == ["O1"]
    assert stored["pairs"][0]["match"] == found["B7"].score


def test_a_partner_that_does_not_take_part_is_not_found_and_nothing_is_kept(organizer: User) -> None:
    with pytest.raises(NotFound):
        walk_ins.add("C1", {"side": "producer", "name": "HTX Mới (mẫu)"}, ["B9"], organizer)
    assert len(queries.one("C1", organizer).document["participants"]) == 4
