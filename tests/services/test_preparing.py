"""A conference prepared: its setting, its slots and tables, and who takes part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.errors import Conflict, InvalidRecord, NotFound, Stale
from matchmaker.models import AuditEvent, Conference, User, Wish
from matchmaker.queries import conferences as queries
from matchmaker.services import arranging, guests, preparing
from matchmaker.services.transaction import transaction

SETTING: dict[str, Any] = {
    "name": "Hội nghị thử (mẫu)",
    "province": "Bắc Ninh",
    "tables": 3,
    "closed": ["1"],
    "rest_after": 4,
    "producer_min": 1,
    "producer_max": 6,
    "buyer_max": 12,
    "wishes_until": date(2026, 12, 5),
    "host_unit": "Sở Công Thương",
}
MORNING: dict[str, Any] = {
    "date": date(2026, 12, 10),
    "start": "08:00",
    "end": "10:00",
    "minutes": 20,
    "gap": 5,
}
AFTERNOON: dict[str, Any] = {**MORNING, "start": "14:00", "end": "15:15"}
COOP: dict[str, Any] = {"side": "producer", "name": "HTX Mận (mẫu)"}
CHAIN: dict[str, Any] = {"side": "buyer", "name": "Siêu thị (mẫu)", "host": True}


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def conference(organizer: User) -> Conference:
    return preparing.create(SETTING, [MORNING, AFTERNOON], organizer)


def stored(conference: Conference, organizer: User) -> dict[str, Any]:
    return queries.one(conference.id, organizer).document


def participant(conference: Conference, organizer: User, participant_id: str) -> dict[str, Any]:
    return guests.find(stored(conference, organizer), participant_id)


def test_a_conference_begins_with_slots_tables_and_rules_and_nobody_in_it(conference: Conference) -> None:
    document = conference.document
    starts = "08:00 08:25 08:50 09:15 09:40 14:00 14:25 14:50"
    assert " ".join(s["start"] for s in document["slots"]) == starts
    assert {s["session"] for s in document["slots"]} == {"S1", "S2"}
    assert [(t["id"], t["unavailable"]) for t in document["tables"]] == [("1", [1]), ("2", [1]), ("3", [1])]
    assert document["rules"]["rest_after"] == 4
    assert (document["wishes_until"], document["host"]["unit"]) == ("2026-12-05", "Sở Công Thương")
    assert conference.province == "Bắc Ninh"


@pytest.mark.parametrize(
    ("sessions", "code"),
    [
        ([], "no_session"),
        ([{**MORNING, "end": "08:10"}], "session_without_slot"),
        ([MORNING, {**MORNING, "start": "09:30", "end": "11:00"}], "sessions_overlap"),
        ([{**MORNING, "start": "00:00", "end": "23:59", "minutes": 5, "gap": 0}], "too_many"),
    ],
)
def test_sessions_that_cannot_be_are_refused_with_their_number(
    organizer: User, sessions: list[dict[str, Any]], code: str
) -> None:
    with pytest.raises(InvalidRecord) as refused:
        preparing.create(SETTING, sessions, organizer)
    assert refused.value.messages["sessions"][0]["code"] == code


def test_participants_get_ids_limits_and_a_buyer_its_own_table(
    conference: Conference, organizer: User
) -> None:
    assert preparing.enter(conference.id, COOP, organizer, 1) == "S001"
    assert preparing.enter(conference.id, CHAIN, organizer, 2) == "B001"
    coop, chain = (participant(conference, organizer, each) for each in ("S001", "B001"))
    assert (coop["min_meetings"], coop["max_meetings"], coop["fixed_table"]) == (1, 6, None)
    assert (chain["max_meetings"], chain["fixed_table"], len(chain["available"])) == (12, "1", 8)


def test_a_table_is_added_for_a_host_who_finds_none_free(conference: Conference, organizer: User) -> None:
    for version in range(1, 5):
        preparing.enter(conference.id, CHAIN, organizer, version)
    document = stored(conference, organizer)
    assert [p["fixed_table"] for p in document["participants"]] == ["1", "2", "3", "4"]
    assert document["tables"][-1] == {"id": "4", "unavailable": [1]}


def test_a_change_from_a_past_version_is_stale_and_nothing_is_kept(
    conference: Conference, organizer: User
) -> None:
    preparing.enter(conference.id, COOP, organizer, 1)
    with pytest.raises(Stale):
        preparing.enter(conference.id, CHAIN, organizer, 1)
    assert len(stored(conference, organizer)["participants"]) == 1


def test_a_change_keeps_what_the_form_does_not_know(conference: Conference, organizer: User) -> None:
    preparing.enter(conference.id, COOP, organizer, 1)
    document = stored(conference, organizer)
    document["participants"][0]["link_serial"] = 3
    record = {**COOP, "name": "HTX Mận tam hoa (mẫu)", "absent": ["2", "3"], "phone": "0100 000 001"}
    changed, _ = guests.put(document, record, "S001")
    row = changed["participants"][0]
    assert (row["name"], row["link_serial"]) == ("HTX Mận tam hoa (mẫu)", 3)
    assert row["available"] == [1, 4, 5, 6, 7, 8]
    assert guests.record_of(changed, row)["absent"] == ["2", "3"]


@pytest.mark.parametrize(
    ("wrong", "field"), [({"absent": ["99"]}, "absent"), ({"fixed_table": "X"}, "fixed_table")]
)
def test_an_unknown_slot_or_table_is_refused_at_its_field(
    conference: Conference, organizer: User, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidRecord) as refused:
        preparing.enter(conference.id, COOP | wrong, organizer, 1)
    assert list(refused.value.messages) == [field]


def test_personal_data_never_stand_in_the_audit_trail(
    conference: Conference, organizer: User, session: Any
) -> None:
    record = {**COOP, "contact": "Giàng A Mẫu", "phone": "0100 000 001"}
    preparing.enter(conference.id, record, organizer, 1)
    preparing.amend(conference.id, "S001", record, organizer, 2)
    told = str([event.facts for event in session.scalars(select(AuditEvent))])
    assert "HTX Mận" in told
    assert "Giàng" not in told
    assert "0100" not in told


def test_a_longer_session_keeps_slots_absences_and_own_limits(
    conference: Conference, organizer: User
) -> None:
    preparing.enter(conference.id, {**COOP, "absent": ["1", "6", "7", "8"]}, organizer, 1)
    preparing.enter(conference.id, {**COOP, "max_meetings": 2}, organizer, 2)
    sessions = [{**MORNING, "session": "S1", "end": "10:30"}, {**AFTERNOON, "session": "S2", "end": "15:40"}]
    preparing.set_up(conference.id, SETTING | {"producer_max": 5}, sessions, organizer, 3)
    first, second = stored(conference, organizer)["participants"]
    assert first["available"] == [2, 3, 4, 5, 9]  # a longer morning is there for it, the afternoon is not
    assert second["available"] == [1, 2, 3, 4, 5, 9, 6, 7, 8, 10]
    assert (first["max_meetings"], second["max_meetings"]) == (5, 2)


def test_slots_are_shut_for_all_tables_and_for_single_ones(conference: Conference, organizer: User) -> None:
    sessions = [{**MORNING, "session": "S1"}, {**AFTERNOON, "session": "S2"}]
    shut = {"closed": ["2"], "closed_at": {"1": ["4", "8"]}}
    preparing.set_up(conference.id, SETTING | shut, sessions, organizer, 1)
    assert [t["unavailable"] for t in stored(conference, organizer)["tables"]] == [[2, 4, 8], [2], [2]]
    for wrong in ({"closed_at": {"9": ["1"]}}, {"closed_at": {"1": ["99"]}}):
        with pytest.raises(InvalidRecord) as refused:
            preparing.set_up(conference.id, SETTING | wrong, sessions, organizer, 2)
        assert list(refused.value.messages) == ["closed_at"]


def test_slots_and_tables_of_a_timetable_cannot_go(conference: Conference, organizer: User) -> None:
    preparing.enter(conference.id, COOP, organizer, 1)
    preparing.enter(conference.id, CHAIN, organizer, 2)
    document = stored(conference, organizer)
    pairs = [{"a": "S001", "b": "B001", "score": 5, "fixed_slot": 8}]
    preparing.change(conference.id, {**document, "pairs": pairs}, organizer, 3)
    version = arranging.arrange(conference.id, organizer, 1)
    assert [m["slot"] for m in version.document["meetings"]] == [8]
    latest = queries.one(conference.id, organizer).version
    with pytest.raises(Conflict, match="slots_in_use"):
        preparing.set_up(conference.id, SETTING, [{**MORNING, "session": "S1"}], organizer, latest)
    with pytest.raises(Conflict, match="participant_has_meetings"):
        preparing.remove(conference.id, "S001", organizer, latest)


def test_a_table_that_somebody_keeps_cannot_go(conference: Conference, organizer: User) -> None:
    for version in range(1, 3):
        preparing.enter(conference.id, CHAIN, organizer, version)
    with pytest.raises(Conflict, match="tables_in_use"):
        preparing.set_up(conference.id, SETTING | {"tables": 1}, [MORNING, AFTERNOON], organizer, 3)


def test_removing_a_participant_takes_its_pairs_and_wishes_along(
    conference: Conference, organizer: User, session: Any
) -> None:
    preparing.enter(conference.id, COOP, organizer, 1)
    preparing.enter(conference.id, CHAIN, organizer, 2)
    document = stored(conference, organizer)
    pairs = [{"a": "S001", "b": "B001", "score": 5}]
    preparing.change(conference.id, {**document, "pairs": pairs, "locked": [["S001", "B001"]]}, organizer, 3)
    with transaction():
        session.add(wish(conference.id))
    preparing.remove(conference.id, "S001", organizer, 4)
    document = stored(conference, organizer)
    assert (document["pairs"], document["locked"]) == ([], [])
    assert session.scalars(select(Wish)).all() == []
    with pytest.raises(NotFound):
        preparing.remove(conference.id, "S001", organizer, 5)


def wish(conference_id: str) -> Wish:
    return Wish(
        conference_id=conference_id, party="B001", other="S001", kind="want", rank=1, source="officer"
    )


def test_organisations_come_with_their_offers_once(
    conference: Conference,
    organizer: User,
    make_user: Callable[..., User],
    make_member: Callable[..., str],
    make_offer: Callable[..., str],
) -> None:
    member = make_member("producer", name="HTX Bắc Hà (mẫu)", province="Lào Cai")
    make_offer(make_user("officer"), member)
    assert preparing.invite(conference.id, [member], organizer, 1) == [member]
    row = participant(conference, organizer, member)
    assert (row["organisation"], row["offers"], row["products"]) == (member, ["O1"], ["Mận tam hoa Bắc Hà"])
    assert preparing.invite(conference.id, [member], organizer, 2) == []
    with pytest.raises(NotFound):
        preparing.invite(conference.id, ["M-khong-co"], organizer, 2)
