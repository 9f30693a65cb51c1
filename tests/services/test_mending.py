"""A repair on the day: proposed, nothing kept, then accepted as one new version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.models import User
from matchmaker.queries import conferences as queries
from matchmaker.services import arranging, attending, conferences, locking, meeting_results, mending
from matchmaker.services.mending import Happening
from tests.services.test_conferences import document

Record = dict[str, Any]


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def conference_id(organizer: User) -> str:
    """Two by two, four slots, four meetings in the first version."""
    conferences.post(document(), organizer, "C1")
    arranging.arrange("C1", organizer, 2)
    return "C1"


def meetings_of(schedule: Record) -> dict[frozenset[str], tuple[Any, str]]:
    return {frozenset((m["a"], m["b"])): (m["slot"], m["table"]) for m in schedule["meetings"]}


def latest(actor: User) -> Any:
    return queries.one("C1", actor).schedules[-1]


def test_a_no_show_loses_its_meetings_and_the_others_stay(conference_id: str, organizer: User) -> None:
    before = meetings_of(latest(organizer).document)
    attending.note("C1", "P1", "absent", organizer)
    mended = mending.propose("C1", Happening(1), organizer, 2)
    assert {(row["kind"], row["a"]) for row in mended.changes} == {("lost", "P1")}
    assert all(row["code"] for row in mended.changes)
    assert len(queries.one("C1", organizer).schedules) == 1
    version = mending.accept(mended, organizer, "P1 vắng")
    assert (version.number, version.cause, version.note) == (2, "repaired", "P1 vắng")
    assert version.changes == mended.changes
    after = meetings_of(version.document)
    assert after == {pair: place for pair, place in before.items() if "P1" not in pair}


def test_one_that_comes_late_meets_from_then_on(conference_id: str, organizer: User) -> None:
    attending.note("C1", "P1", "late", organizer, "3")
    version = mending.accept(mending.propose("C1", Happening(1), organizer, 2), organizer)
    mine = [m["slot"] for m in version.document["meetings"] if "P1" in (m["a"], m["b"])]
    assert len(mine) == 2
    assert set(mine) <= {3, 4}


def test_one_that_left_meets_nobody_from_then_on(conference_id: str, organizer: User) -> None:
    attending.note("C1", "B1", "left", organizer, "2")
    version = mending.accept(mending.propose("C1", Happening(1), organizer, 2), organizer)
    assert all(m["slot"] == 1 for m in version.document["meetings"] if "B1" in (m["a"], m["b"]))


def test_a_missed_meeting_is_put_again_where_there_is_room(conference_id: str, organizer: User) -> None:
    before = meetings_of(latest(organizer).document)
    early = next(pair for pair, (slot, _) in before.items() if slot == min(s for s, _ in before.values()))
    slot = before[early][0]
    producer, buyer = sorted(early, reverse=True)
    meeting_results.enter("C1", (producer, buyer), {"outcome": "producer_absent"}, organizer)
    mended = mending.propose("C1", Happening(slot + 1), organizer, 2)
    placed = meetings_of(mended.schedule)
    assert placed[early][0] > slot
    assert {pair: place for pair, place in placed.items() if place[0] <= slot} == {
        pair: place for pair, place in before.items() if place[0] <= slot and pair != early
    }


def test_a_missed_meeting_without_a_new_place_stays_on_record(conference_id: str, organizer: User) -> None:
    before = meetings_of(latest(organizer).document)
    attending.note("C1", "P1", "absent", organizer)
    first = min(slot for pair, (slot, _) in before.items() if "P1" in pair)
    mended = mending.propose("C1", Happening(first + 1), organizer, 2)
    held = {pair for pair in meetings_of(mended.schedule) if "P1" in pair}
    assert held == {pair for pair, (slot, _) in before.items() if "P1" in pair and slot == first}


def test_a_lost_slot_is_left_empty_and_kept_so(conference_id: str, organizer: User) -> None:
    used = {slot for slot, _ in meetings_of(latest(organizer).document).values()}
    lost = max(used)
    version = mending.accept(mending.propose("C1", Happening(1, [lost]), organizer, 2), organizer, "đón đoàn")
    assert lost not in {m["slot"] for m in version.document["meetings"]}
    assert len(version.document["meetings"]) == 4
    assert all(lost in t["unavailable"] for t in queries.one("C1", organizer).document["tables"])


def test_a_lost_table_moves_its_host_and_an_extra_one_serves(conference_id: str, organizer: User) -> None:
    happening = Happening(1, lost_tables=["1"], extra_tables=1)
    version = mending.accept(mending.propose("C1", happening, organizer, 2), organizer)
    assert {m["table"] for m in version.document["meetings"]} == {"2", "3"}
    assert [t["id"] for t in queries.one("C1", organizer).document["tables"]] == ["1", "2", "3"]


def test_a_locked_meeting_stays_where_it_is(conference_id: str, organizer: User) -> None:
    before = meetings_of(latest(organizer).document)
    pair = frozenset(("P2", "B2"))
    locking.lock("C1", pair, True, organizer)
    attending.note("C1", "P1", "late", organizer, "2")
    mended = mending.propose("C1", Happening(1, extra_tables=1), organizer, 2)
    assert meetings_of(mended.schedule)[pair] == before[pair]


def test_a_proposal_goes_stale_when_the_conference_changes(conference_id: str, organizer: User) -> None:
    mended = mending.propose("C1", Happening(1, extra_tables=1), organizer, 2)
    locking.lock("C1", frozenset(("P1", "B1")), True, organizer)
    with pytest.raises(Stale):
        mending.accept(mended, organizer)
    assert len(queries.one("C1", organizer).schedules) == 1


def test_a_proposal_travels_signed_and_a_changed_one_is_refused(conference_id: str, organizer: User) -> None:
    mended = mending.propose("C1", Happening(1), organizer, 2)
    text = mending.packed(mended)
    assert mending.unpacked(text) == mended
    with pytest.raises(Conflict, match="proposal_lost"):
        mending.unpacked(text[:-2] + ("aa" if text[-2:] != "aa" else "bb"))


@pytest.mark.parametrize(
    "happening",
    [Happening(99), Happening(3, [1]), Happening(1, lost_tables=["9"]), Happening(1, extra_tables=999)],
)
def test_what_cannot_have_happened_is_refused(
    happening: Happening, conference_id: str, organizer: User
) -> None:
    with pytest.raises(InvalidRecord):
        mending.propose("C1", happening, organizer, 2)


def test_without_a_timetable_there_is_nothing_to_repair(organizer: User) -> None:
    conferences.post(document(), organizer, "C2")
    with pytest.raises(Conflict, match="no_timetable_yet"):
        mending.propose("C2", Happening(), organizer, 2)


def test_a_held_meeting_whose_pair_was_refused_since_stays_held(conference_id: str, organizer: User) -> None:
    conference = queries.one("C1", organizer)
    before = meetings_of(latest(organizer).document)
    early = min(before, key=lambda pair: (before[pair][0], sorted(pair)))
    pairs = [p for p in conference.document["pairs"] if {p["a"], p["b"]} != early]
    changed = {**conference.document, "pairs": pairs, "forbidden_pairs": [sorted(early)]}
    conferences.change("C1", changed, organizer, conference.version)
    mended = mending.propose("C1", Happening(before[early][0] + 1), organizer, 2)
    assert meetings_of(mended.schedule)[early] == before[early]
