"""A list of participants looked at and taken in, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import Conflict, Stale
from matchmaker.models import User
from matchmaker.queries import conferences as queries
from matchmaker.queries import wishes
from matchmaker.services import conferences, guest_lists
from tests.services.test_conferences import document

HEAD = [
    "Tên",
    "Side",
    "Mã",
    "Sản phẩm bán",
    "Muốn gặp (theo thứ tự)",
    "Nhiều nhất (cuộc)",
    "Vắng ở các khung giờ",
]
ROWS = [
    ["DANH SÁCH ĐƠN VỊ THAM GIA"],
    [],
    [*HEAD, "Ghi chú riêng"],
    ["HTX Ba (mẫu)", "Bên bán", "", "Mận; Lê", "B2; Đơn vị B1 (mẫu)", "4", "1-2", "gọi lại"],
    ["Đơn vị B1 (mẫu)", "bên mua", "B1", "", "HTX Ba (mẫu)", "3", "", ""],
    ["Đơn vị P1 (mẫu)", "Bên bán", "", "", "", "", "", ""],
]


@pytest.fixture
def organizer(make_user: Callable[..., User], session: Any) -> User:
    return session.get(User, make_user("organizer").id)


@pytest.fixture
def conference_id(organizer: User) -> str:
    return conferences.post(document(pairs=[]), organizer, "C1").id


def state(conference_id: str, organizer: User) -> tuple[int, Any, Any]:
    stored = queries.one(conference_id, organizer)
    said = [(w.party, w.other, w.kind, w.rank) for w in wishes.of_conference(conference_id)]
    return stored.version, stored.document, said


def test_a_look_tells_what_a_list_would_do_and_keeps_nothing(conference_id: str, organizer: User) -> None:
    before = state(conference_id, organizer)
    reading = guest_lists.look(conference_id, ROWS, organizer)
    assert [(line.id, line.does) for line in reading.lines] == [
        ("S001", "add"),
        ("B1", "change"),
        ("P1", "keep"),
    ]
    assert list(reading.lines[1].fields) == ["max_meetings", "want"]
    assert reading.unknown_columns == ["Ghi chú riêng"]
    assert reading.faults == []
    assert state(conference_id, organizer) == before


def test_taking_a_list_in_twice_changes_nothing_the_second_time(conference_id: str, organizer: User) -> None:
    guest_lists.take(conference_id, ROWS, organizer, 1)
    version, kept, said = state(conference_id, organizer)
    added = next(row for row in kept["participants"] if row["id"] == "S001")
    assert (added["products"], added["max_meetings"], added["available"]) == (["Mận", "Lê"], 4, [3, 4])
    assert said == [("B1", "S001", "want", 1), ("S001", "B2", "want", 1), ("S001", "B1", "want", 2)]
    again = guest_lists.take(conference_id, ROWS, organizer, version)
    assert {line.does for line in again.lines} == {"keep"}
    assert state(conference_id, organizer) == (version, kept, said)


def test_an_empty_cell_leaves_what_is_there(conference_id: str, organizer: User) -> None:
    guest_lists.take(conference_id, ROWS, organizer, 1)
    rows = [["Mã", "Tên", "Sản phẩm bán"], ["S001", "HTX Ba mới (mẫu)", ""]]
    guest_lists.take(conference_id, rows, organizer, 2)
    row = next(p for p in state(conference_id, organizer)[1]["participants"] if p["id"] == "S001")
    assert (row["name"], row["products"], row["available"]) == ("HTX Ba mới (mẫu)", ["Mận", "Lê"], [3, 4])
    assert len(state(conference_id, organizer)[2]) == 3


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"Side": "ai"}, "side", "unknown_choice"),
        ({"Tên": ""}, "name", "required"),
        ({"Nhiều nhất (cuộc)": "nhiều"}, "max_meetings", "not_a_number"),
        ({"Vắng ở các khung giờ": "99"}, "absent", "unknown_slots"),
        ({"Vắng ở các khung giờ": "5-2"}, "absent", "not_slots"),
        ({"Muốn gặp (theo thứ tự)": "P2"}, "want", "cannot_meet"),
        ({"Mã": "a b"}, "id", "not_an_id"),
    ],
)
def test_a_bad_cell_is_named_by_row_column_value_and_reason_and_nothing_is_taken(
    conference_id: str, organizer: User, cells: dict[str, str], column: str, code: str
) -> None:
    good = {"Tên": "HTX Tư (mẫu)", "Side": "Bên bán"}
    rows = [HEAD, [(good | cells).get(name, "") for name in HEAD], ["HTX Năm (mẫu)", "Bên bán"]]
    before = state(conference_id, organizer)
    fault = guest_lists.look(conference_id, rows, organizer).faults[0]
    assert (fault.row, fault.column, fault.reason["code"]) == (2, column, code)
    assert fault.value in cells.values()
    assert {"vi", "en"} <= fault.reason.keys()
    with pytest.raises(Conflict, match="list_has_faults"):
        guest_lists.take(conference_id, rows, organizer, 1)
    assert state(conference_id, organizer) == before


def test_a_participant_in_two_rows_and_a_sheet_without_a_header_are_faults(
    conference_id: str, organizer: User
) -> None:
    twice = [HEAD, ["Đơn vị P1 (mẫu)", "Bên bán"], ["Tên khác", "Bên bán", "P1"]]
    assert [f.reason["code"] for f in guest_lists.look(conference_id, twice, organizer).faults] == [
        "row_twice"
    ]
    bare = guest_lists.look(conference_id, [["HTX", "Bên bán"]], organizer)
    assert [f.reason["code"] for f in bare.faults] == ["header_missing"]


def test_a_list_looked_at_before_another_change_is_stale(conference_id: str, organizer: User) -> None:
    guest_lists.take(conference_id, ROWS[:4], organizer, 1)
    with pytest.raises(Stale):
        guest_lists.take(conference_id, ROWS, organizer, 1)
    assert len(state(conference_id, organizer)[1]["participants"]) == 5


def test_the_head_of_the_template_is_understood_as_every_column(conference_id: str, organizer: User) -> None:
    reading = guest_lists.look(
        conference_id, [guest_lists.heads(), ["", "Bên bán", "HTX Sáu (mẫu)"]], organizer
    )
    assert reading.unknown_columns == []
    assert [line.does for line in reading.lines] == ["add"]
