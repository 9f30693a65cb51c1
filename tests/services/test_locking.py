"""Locked meetings stay through planning again; an earlier version becomes the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import Conflict, NotFound
from matchmaker.models import User
from matchmaker.queries import conferences as queries
from matchmaker.services import arranging, attending, conferences, locking
from matchmaker.services.arranging import Place
from tests.services.test_conferences import document
from tests.services.test_mending import meetings_of


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture(autouse=True)
def conference(organizer: User) -> None:
    conferences.post(document(), organizer, "C1")
    arranging.arrange("C1", organizer, 2)


def free_place(actor: User, parties: frozenset[str]) -> Place:
    """A slot in which neither party meets, at a table that is free there and fits the host."""
    meetings = queries.one("C1", actor).schedules[-1].document["meetings"]
    table = next(m["table"] for m in meetings if {m["a"], m["b"]} == parties)
    busy = {m["slot"] for m in meetings if parties & {m["a"], m["b"]} or m["table"] == table}
    return Place(next(s for s in (1, 2, 3, 4) if s not in busy), table)


def test_a_locked_meeting_stays_when_all_is_planned_again(organizer: User) -> None:
    pair = frozenset(("P1", "B1"))
    arranging.move_meeting("C1", 1, pair, free_place(organizer, pair), organizer)
    where = meetings_of(queries.one("C1", organizer).schedules[-1].document)[pair]
    locking.lock("C1", pair, True, organizer)
    again = arranging.arrange("C1", organizer, 2)
    assert meetings_of(again.document)[pair] == where


def test_a_locked_meeting_is_not_moved_by_hand_until_it_is_unlocked(organizer: User) -> None:
    pair = frozenset(("P1", "B1"))
    place = free_place(organizer, pair)
    locking.lock("C1", pair, True, organizer)
    with pytest.raises(Conflict, match="meeting_locked"):
        arranging.move_meeting("C1", 1, pair, place, organizer)
    locking.lock("C1", pair, False, organizer)
    assert arranging.move_meeting("C1", 1, pair, place, organizer).number == 2
    assert queries.one("C1", organizer).document["locked"] == []


def test_a_meeting_that_is_not_there_cannot_be_locked(organizer: User) -> None:
    with pytest.raises(NotFound):
        locking.lock("C1", frozenset(("P1", "P2")), True, organizer)


def test_a_move_to_a_slot_of_one_who_is_noted_as_absent_is_refused(organizer: User) -> None:
    pair = frozenset(("P1", "B1"))
    place = free_place(organizer, pair)
    attending.note("C1", "P1", "absent", organizer)
    tried = arranging.try_move("C1", 1, pair, place, organizer)
    assert "unavailable" in {problem.code for problem in tried.problems}


def test_an_earlier_version_comes_back_as_the_next_one_and_all_stay(organizer: User) -> None:
    pair = frozenset(("P1", "B1"))
    arranging.move_meeting("C1", 1, pair, free_place(organizer, pair), organizer)
    version = locking.restore("C1", 1, organizer, "nhầm")
    kept = queries.one("C1", organizer).schedules
    assert [(v.number, v.cause) for v in kept] == [(1, "planned"), (2, "moved"), (3, "restored")]
    assert version.document["meetings"] == kept[0].document["meetings"]
    assert [(row["kind"], {row["a"], row["b"]}) for row in version.changes] == [("moved", set(pair))]


def test_what_does_not_fit_any_more_is_not_restored(organizer: User) -> None:
    with pytest.raises(Conflict, match="is_the_latest_timetable"):
        locking.restore("C1", 1, organizer)
    with pytest.raises(NotFound):
        locking.restore("C1", 9, organizer)
    conferences.keep_schedule("C1", {"meetings": []}, organizer)
    conference = queries.one("C1", organizer)
    smaller = {**conference.document, "tables": [{"id": "7"}]}
    smaller["participants"] = [{**p, "fixed_table": None} for p in smaller["participants"]]
    conferences.change("C1", smaller, organizer, conference.version)
    with pytest.raises(Conflict, match="version_does_not_fit"):
        locking.restore("C1", 1, organizer)
