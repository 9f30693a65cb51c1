"""The timetables in a workbook hold exactly the schedule."""

from __future__ import annotations

import pytest

from matchmaker.documents.material import Material
from matchmaker.documents.prints import kinds_for, made
from tests.documents.reading import sheets


def expected(material: Material) -> set[tuple[str, str, str, str]]:
    names = {p["id"]: p["name"] for p in material.conference["participants"]}
    starts = {s["id"]: f"{s['start']}–{s['end']}" for s in material.conference["slots"]}
    return {
        (starts[m["slot"]], m["table"], names[m["a"]], names[m["b"]]) for m in material.schedule["meetings"]
    }


def rows(material: Material, code: str) -> list[list[object]]:
    (only,) = sheets(made(material, code, "xlsx", "vi")).values()
    return only


def test_by_table_each_meeting_stands_under_its_table(material: Material) -> None:
    found, table = set(), ""
    for row in rows(material, "tables"):
        if str(row[0]).startswith("Bàn "):
            table = str(row[0]).split()[1]
        elif len(row) > 4 and "–" in str(row[2]):
            found.add((row[2], table, row[3], row[4]))
    assert found == expected(material)


def test_by_participant_each_meeting_stands_under_both_parties(material: Material) -> None:
    names = {p["name"] for p in material.conference["participants"]}
    buyers = {p["name"] for p in material.conference["participants"] if p["side"] == "buyer"}
    found, owner, count = set(), "", 0
    for row in rows(material, "participants"):
        if row[0] in names:
            owner = str(row[0])
        elif "–" in str(row[2]):
            count += 1
            pair = (row[4], owner) if owner in buyers else (owner, row[4])
            found.add((row[2], row[3], *pair))
    assert found == expected(material)
    assert count == 2 * len(found)


def test_slips_are_rows_with_what_has_come_back(material: Material) -> None:
    told = [row for row in rows(material, "slips") if "–" in str(row[2])]
    assert {(r[2], r[3], r[4], r[5]) for r in told} == expected(material)
    told_of = {(r[4], r[5]): r[6:9] for r in told}
    names = {p["id"]: p["name"] for p in material.conference["participants"]}
    assert told_of[names["P0"], names["B1"]] == ["Quan tâm, Ký ghi nhớ", "20.5 tấn", 400_000_000]
    assert told_of[names["P3"], names["B3"]][0] == "Bên bán vắng"


def test_the_grid_names_each_seller_in_its_slot_and_table(material: Material) -> None:
    body = rows(material, "grid")
    head = next(row for row in body if row[0] == "Khung")
    tables = [str(cell).split()[1] for cell in head[2:]]
    found = {
        (row[1], table, cell)
        for row in body
        if "–" in str(row[1])
        for table, cell in zip(tables, row[2:], strict=True)
        if cell
    }
    assert found == {(time, table, seller) for time, table, seller, _ in expected(material)}


@pytest.mark.parametrize(
    ("lang", "word"), [("vi", "Bản 3 – thay bản 2"), ("en", "Version 3 – replaces version 2")]
)
def test_a_workbook_says_its_version_above_the_head(material: Material, lang: str, word: str) -> None:
    (body,) = sheets(made(material, "tables", "xlsx", lang)).values()
    assert word in [row[0] for row in body[:6]]


def test_cards_in_a_workbook_carry_the_links_for_a_mail_merge(material: Material) -> None:
    found = [row for row in rows(material, "cards") if str(row[-1]).startswith("https://")]
    assert len(found) == 17
    assert found[0][1:4] == ["Giàng Thị Súa", "Giám đốc", material.name("P0")]


def interpreted(abroad: Material) -> set[tuple[str, str, str]]:
    """(interpreter, time, table) of each meeting with a buyer who speaks English."""
    starts = {s["id"]: f"{s['start']}–{s['end']}" for s in abroad.conference["slots"]}
    told = [m for m in abroad.schedule["meetings"] if {"B1", "B2"} & {m["a"], m["b"]}]
    return {
        (f"Phiên dịch Việt–Anh {m['interpreter']['number']}", starts[m["slot"]], m["table"]) for m in told
    }


def test_the_interpreters_list_holds_each_meeting_that_needs_one_under_who_interprets(
    abroad: Material,
) -> None:
    found, who = set(), ""
    for row in rows(abroad, "interpreters"):
        if str(row[0]).startswith("Phiên dịch "):
            who = str(row[0]).split(" · ")[0]
        elif len(row) > 3 and "–" in str(row[2]):
            found.add((who, row[2], row[3]))
    assert found == interpreted(abroad)
    assert len(found) == 14


def test_the_timetables_of_tables_and_parties_say_who_interprets(abroad: Material) -> None:
    by_table = {(row[2], row[-1]) for row in rows(abroad, "tables") if len(row) > 4 and row[-1]}
    expected = {(time, who) for who, time, _ in interpreted(abroad)}
    assert {pair for pair in by_table if "Phiên dịch" in str(pair[1])} == expected
    own = [row for row in rows(abroad, "participants") if len(row) > 4 and "Phiên dịch" in str(row[-1])]
    assert {(row[-1], row[2], row[3]) for row in own} == interpreted(abroad)
    cells = [str(cell) for row in rows(abroad, "grid") for cell in row if "Phiên dịch" in str(cell)]
    assert len(cells) == 14


def test_meetings_without_an_interpreter_stand_apart_and_no_need_makes_no_print(
    abroad: Material, material: Material
) -> None:
    for meeting in abroad.schedule["meetings"]:
        meeting.pop("interpreter", None)
    labels = [str(row[0]) for row in rows(abroad, "interpreters")]
    assert "Cần phiên dịch, chưa có người · 14 cuộc gặp" in labels
    assert "interpreters" in {kind.code for kind in kinds_for(abroad)}
    assert "interpreters" not in {kind.code for kind in kinds_for(material)}
