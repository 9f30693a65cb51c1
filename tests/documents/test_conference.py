"""What is printed is what was scheduled: read back from the PDF."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from matchmaker.documents.conference import CUT, PARTS, print_conference, sheets_pdf
from matchmaker.documents.material import Material
from tests.documents.conftest import LETTERS, LONG

Pages = Callable[[bytes], list[str]]
Record = dict[str, Any]


def expected(conference: Record, schedule: Record) -> set[tuple[str, str, str, str]]:
    """Each meeting as (start, table, seller's name, buyer's name)."""
    names = {p["id"]: p["name"] for p in conference["participants"]}
    starts = {s["id"]: f"{s['start']}–{s['end']}" for s in conference["slots"]}
    return {(starts[m["slot"]], m["table"], names[m["a"]], names[m["b"]]) for m in schedule["meetings"]}


def test_the_sheets_of_all_tables_hold_exactly_the_schedule(
    conference: Record, schedule: Record, pages: Pages
) -> None:
    sellers = [p["name"] for p in conference["participants"] if p["side"] == "producer"]
    found = set()
    for page in pages(print_conference(conference, schedule, "tables")):
        table = re.search(r"BÀN (T\d)", page)[1]
        buyer = re.search(r"Siêu thị \d", page)[0]
        rows = re.findall(r"(\d\d:00–\d\d:20) (.*?)(?=\d\d:00–\d\d:20|$)", page)
        found |= {(time, table, s, buyer) for time, rest in rows for s in sellers if rest.startswith(s)}
    assert found == expected(conference, schedule)
    assert len(found) == 49


def test_the_halves_of_all_participants_hold_exactly_the_schedule(
    conference: Record, schedule: Record, pages: Pages
) -> None:
    text = " ".join(pages(print_conference(conference, schedule, "participants")))
    halves = text.split("Hội nghị kết nối (mẫu) Lịch giao thương của đơn vị")[1:]
    sellers = {p["name"] for p in conference["participants"] if p["side"] == "producer"}
    found = set()
    for half in halves:
        owner = max((s for s in sellers if s in half.split("Khung Giờ")[0]), key=len, default=None)
        if owner:
            rows = re.findall(r"(\d\d:00–\d\d:20) (T\d) (Siêu thị \d)", half)
            found |= {(time, table, owner, buyer) for time, table, buyer in rows}
    assert found == expected(conference, schedule)


def test_there_is_one_slip_for_each_meeting(conference: Record, schedule: Record, pages: Pages) -> None:
    printed = pages(print_conference(conference, schedule, "slips"))
    slips = " ".join(printed).split("Phiếu ghi nhận kết quả giao thương")[1:]
    sellers = [p["name"] for p in conference["participants"] if p["side"] == "producer"]
    found = set()
    for slip in slips:
        time, table = re.search(r"(\d\d:00–\d\d:20)", slip)[1], re.search(r"Bàn (T\d)", slip)[1]
        buyer = re.search(r"Siêu thị \d", slip)[0]
        found |= {(time, table, s, buyer) for s in sellers if s in slip}
    assert found == expected(conference, schedule)
    assert len(printed) == 25


def test_the_grid_names_every_pair_once(conference: Record, schedule: Record, pages: Pages) -> None:
    text = " ".join(pages(print_conference(conference, schedule, "grid")))
    for p in conference["participants"][:7]:
        assert text.count(p["name"]) == sum(p["id"] == m["a"] for m in schedule["meetings"])


def test_the_pack_holds_every_part(conference: Record, schedule: Record, pages: Pages) -> None:
    parts = sum(len(pages(print_conference(conference, schedule, w))) for w in PARTS)
    assert len(pages(print_conference(conference, schedule, "pack"))) == parts


def test_every_vietnamese_letter_comes_back_from_the_page(
    conference: Record, schedule: Record, pages: Pages
) -> None:
    conference["participants"][1]["name"] = unicodedata.normalize("NFD", LETTERS)
    text = " ".join(pages(print_conference(conference, schedule, "participants")))
    assert LETTERS in text
    assert unicodedata.is_normalized("NFC", text)


def test_markup_in_a_name_stays_text(conference: Record, schedule: Record, pages: Pages) -> None:
    hostile = '#read("/etc/passwd") $x^2$ *b* <a> \\ // [c] @d'
    conference["participants"][1]["name"] = hostile
    assert hostile in " ".join(pages(print_conference(conference, schedule, "tables")))


def test_a_participant_with_many_meetings_gets_several_numbered_halves(
    conference: Record, schedule: Record, pages: Pages
) -> None:
    conference["participants"][7]["name"] = LONG + " Hai"
    for p in conference["participants"][:7]:
        p["name"] = f"{LONG} {p['id']}"
    text = " ".join(pages(print_conference(conference, schedule, "participants")))
    assert "7 cuộc gặp · tờ 1/3" in text
    assert all(text.count(f"{LONG} P{i}") >= 8 for i in range(7))


def test_the_same_schedule_gives_the_same_bytes(conference: Record, schedule: Record) -> None:
    assert print_conference(conference, schedule, "grid") == print_conference(conference, schedule, "grid")


def test_english_words_are_printed_when_asked_for(conference: Record, schedule: Record, pages: Pages) -> None:
    text = " ".join(pages(print_conference(conference, schedule, "tables", lang="en")))
    assert "TABLE T0" in text
    assert "Meetings at this table" in text


def test_an_unknown_print_is_no_print(conference: Record, schedule: Record) -> None:
    with pytest.raises(KeyError):
        print_conference(conference, schedule, "everything")


def test_a_large_print_is_set_in_pieces_and_joined_whole(
    conference: Record, schedule: Record, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pages(print_conference(conference, schedule, "slips"))
    monkeypatch.setitem(CUT, "slips", 10)
    assert pages(print_conference(conference, schedule, "slips")) == whole


def test_the_slip_of_a_pair_names_the_one_to_call(conference: Record, schedule: Record, pages: Pages) -> None:
    conference["participants"][0] |= {"contact": "Bà Súa", "phone": "0100 123 456", "wants": ["gạo"] * 40}
    printed = " ".join(pages(print_conference(conference, schedule, "slips")))
    assert printed.count("Liên hệ: Bà Súa, 0100 123 456") == 7
    assert "0100" not in " ".join(pages(print_conference(conference, schedule, "tables")))


def test_reasons_that_do_not_fit_a_slip_are_left_out_whole(
    conference: Record, schedule: Record, pages: Pages
) -> None:
    for pair in conference["pairs"]:
        pair["reasons"] = [f"Lý do {n} " + "dài " * 25 + f"hết {n}." for n in (1, 2, 3, 4)]
    printed = " ".join(pages(print_conference(conference, schedule, "slips")))
    assert printed.count("hết 2.") == 49
    assert "Lý do 3" not in printed


@pytest.mark.parametrize(("part", "times"), [("tables", 1), ("participants", 2), ("grid", 1), ("slips", 1)])
def test_the_sheets_say_who_interprets(abroad: Material, pages: Pages, part: str, times: int) -> None:
    text = " ".join(pages(sheets_pdf(abroad, part)))
    told = [m["interpreter"]["number"] for m in abroad.schedule["meetings"] if "interpreter" in m]
    assert len(told) == 14
    for number in (1, 2):
        assert text.count(f"Phiên dịch Việt–Anh {number}") == times * told.count(number)


@pytest.mark.parametrize(("part", "times"), [("participants", 2), ("slips", 1)])
def test_the_meeting_of_a_pool_is_marked_and_no_other(
    material: Material, pages: Pages, part: str, times: int
) -> None:
    pooled = replace(material, pooled={frozenset(("P0", "B1")): 4})
    told = " ".join(pages(sheets_pdf(pooled, part)))
    assert told.count("Bên bán đứng đầu nhóm gom hàng gồm 4 bên") == times
    assert "The seller leads a pool of 4" in " ".join(pages(sheets_pdf(pooled, part, "en")))


def test_a_slip_with_a_long_note_still_holds_its_reasons_whole(abroad: Material, pages: Pages) -> None:
    told = {frozenset((m["a"], m["b"])): 12 for m in abroad.schedule["meetings"]}
    reasons = [f"Lý do {n} " + "dài " * 16 + f"hết {n}." for n in (1, 2, 3, 4)]
    conference = dict(abroad.conference)
    conference["pairs"] = [{**pair, "reasons": reasons} for pair in conference["pairs"]]
    pooled = replace(abroad, conference=conference, pooled=told)
    printed = " ".join(pages(sheets_pdf(pooled, "slips")))
    meetings = len(abroad.schedule["meetings"])
    assert printed.count("gồm 12 bên") == printed.count("hết 2.") == meetings
    assert "Lý do 3" not in printed
