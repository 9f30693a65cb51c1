"""The letter, its annexes and copies: the layout of an official paper, each side's own, alike for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from matchmaker.documents import call_scripts, introductions
from matchmaker.documents.introduction_annexes import papers
from matchmaker.documents.introductions import Letter
from matchmaker.documents.prints import written
from tests.documents.reading import texts

Pages = Callable[[bytes], list[str]]
PERSON = {"name": "Giàng A Mẫu", "role": "Giám đốc", "phone": "0100 000 009", "email": "a@example.com"}
TERMS = [
    {"code": "payment", "buyer": {"code": "days", "value": 15}, "producer": None, "state": "half"},
    {"code": "penalty", "buyer": None, "producer": None, "state": "open"},
]


def candidate(match: int, name: str, **more: Any) -> dict[str, Any]:
    known = {
        "match": match, "place": match, "rank": match, "offer": f"O{match}", "product": "Mận tam hoa",
        "parsed": {"quantity": 60000, "unit": "kg", "per": "season", "months": [6, 7], "price_min": 12000,
                   "price_max": 20000, "price_unit": "kg", "price_basis": "farm_gate", "invoice": "HDDT"},
        "origin": "Bắc Hà, Lào Cai", "terrain": "mountain",
        "party": {"id": f"S{match}", "name": name, "contacts": [PERSON]},
        "papers": [
            {"code": "VIETGAP", "number": "VG-12", "stars": None, "expires": "2028-12-31"},
            {"code": "ATTP", "number": "", "stars": None, "expires": None},
            {"code": "QR", "number": "", "stars": None, "expires": None},
        ],
        "unit": "kg", "by_month": {"6": 30000.0, "7": 30000.0},
        "route": {"km": 289, "hours_low": 7, "hours_high": 9}, "reasons": [], "terms": TERMS,
    }  # fmt: skip
    return {**known, **more}


def letter(**more: Any) -> Letter:
    office = {
        "parent": "UBND tỉnh Lào Cai", "unit": "Sở Công Thương", "place": "Lào Cai", "symbol": "SCT-XTTM",
        "signer_title": "Giám đốc", "signer": "Trần Thị Mẫu", "phone": "0100 000 000",
    }  # fmt: skip
    document = {
        "office": office,
        "demand": {
            "id": "D1", "product": "Mận tam hoa", "place": "Tiên Du, Bắc Ninh", "rhythm": "hằng ngày",
            "note": "", "parsed": {"quantity": 2000, "unit": "kg", "per": "week", "months": [6, 7],
                                   "required_certificates": [{"code": "ATTP"}], "price_max": 40000},
        },
        "buyer": {"id": "B1", "name": "Siêu thị A (mẫu)", "contacts": [PERSON]},
        "candidates": [candidate(1, "HTX Một (mẫu)"), candidate(2, "HTX Hai (mẫu)")],
        "pool": None,
    }  # fmt: skip
    links = {"": "https://ketnoi.example/i/7/abc", "1": "https://ketnoi.example/i/7/1/def"}
    return Letter({**document, **more}, 12, date(2026, 11, 21), links=links)


def whole(pages: Pages, its: list[Any]) -> str:
    return " ".join(" ".join(pages(written(its, "pdf"))).split())


def test_the_letter_stands_in_the_layout_of_an_official_paper(pages: Pages) -> None:
    text = whole(pages, introductions.to_buyer(letter(), "vi"))

    for words in (
        "UBND TỈNH LÀO CAI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/SCT-XTTM",
        "Lào Cai, ngày 21 tháng 11 năm 2026",
        "Kính gửi: Siêu thị A (mẫu)",
        "Nơi nhận:",
        "GIÁM ĐỐC",
        "Trần Thị Mẫu",
        "Phụ lục I",
        "Phụ lục II",
        "(Kèm theo Công văn số 12/SCT-XTTM ngày 21/11/2026 của Sở Công Thương)",
    ):
        assert words in text


def test_the_annex_ranks_the_sources_with_all_that_a_buyer_asks(pages: Pages) -> None:
    text = whole(pages, introductions.to_buyer(letter(), "vi"))

    assert text.index("HTX Một (mẫu)") < text.index("HTX Hai (mẫu)")
    for words in ("12.000–20.000 đ/kg", "tại nơi sản xuất", "289 km, 7–9 giờ", "30.000", "0100 000 009"):
        assert words in text
    assert "Thời hạn thanh toán 15 ngày Mới một bên nêu" in text
    assert "Chưa bên nào nêu" in text
    assert "https://ketnoi.example/i/7/abc" in text


def test_a_producers_copy_tells_of_no_other_producer_and_no_ceiling_price(pages: Pages) -> None:
    text = whole(pages, introductions.to_producer(letter(), 1, "vi"))

    assert "Kính gửi: HTX Một (mẫu)" in text
    assert "Giàng A Mẫu, Giám đốc, 0100 000 009" in text
    assert "HTX Hai" not in text
    assert "40.000" not in text
    assert "https://ketnoi.example/i/7/1/def" in text
    with pytest.raises(KeyError):
        introductions.to_producer(letter(), 9, "vi")


def test_papers_show_number_and_day_and_what_was_not_verified() -> None:
    held = candidate(1, "x")["papers"]

    assert papers(held, date(2026, 11, 21), "vi") == (
        "VietGAP số VG-12, hết hạn 31/12/2028; ATTP, Tem truy xuất (chưa thẩm tra)"
    )
    assert "đã hết hạn 31/12/2028" in papers(held, date(2029, 1, 1), "vi")
    assert papers([], date(2029, 1, 1), "vi") == ""


def pooled() -> Letter:
    """A letter whose one source leads a pool of two."""
    members = [
        {"party": {"id": f"S{n}", "name": name, "contacts": []}, "origin": "Bắc Hà, Lào Cai", "lead": n == 1,
         "offer": f"O{n}", "product": "Mận tam hoa",
         "papers": [], "by_month": {"6": 1000.0 * n}}
        for n, name in ((1, "HTX Đầu (mẫu)"), (2, "THT Hai (mẫu)"))
    ]  # fmt: skip
    pool = {"unit": "kg", "by_month": {"6": 3000.0}, "members": members}
    one = candidate(1, "HTX Đầu (mẫu)")
    told = letter(pool=pool, candidates=[one])
    return replace(told, links={**told.links, "member:O2": "https://ketnoi.example/g/5/xyz"})


def test_a_pool_is_introduced_with_every_member_and_its_share(pages: Pages) -> None:
    text = whole(pages, introductions.to_buyer(pooled(), "vi"))

    assert "đứng đầu nhóm 02 đơn vị cùng cung ứng: 3 tấn" in text
    assert "HTX Đầu (mẫu) (đứng đầu, xuất hóa đơn)" in text
    assert "THT Hai (mẫu)" in text
    assert "Cộng 3.000 3.000" in text
    assert "Phụ lục III" in text


def test_the_lead_and_each_member_read_their_own_share_alone(pages: Pages) -> None:
    lead = whole(pages, introductions.to_producer(pooled(), 1, "vi"))
    member = whole(pages, introductions.to_member(pooled(), "O2", "vi"))

    assert "phần của Quý đơn vị: tháng 6: 1 tấn" in lead
    assert "THT Hai" not in lead
    assert "Kính gửi: THT Hai (mẫu)" in member
    assert "Phần của Quý đơn vị: tháng 6: 2 tấn" in member
    assert "https://ketnoi.example/g/5/xyz" in member
    for hidden in ("HTX Đầu", "Siêu thị A", "0100 000 009", "40.000", "12.000", "/i/7/"):
        assert hidden not in member
    for unknown in ("O1", "O9"):  # the lead has its own copy
        with pytest.raises(KeyError):
            introductions.to_member(pooled(), unknown, "vi")


def test_small_numbers_have_two_figures_and_goods_stand_small_within_a_sentence(pages: Pages) -> None:
    text = whole(pages, introductions.to_buyer(replace(letter(), number=7), "vi"))

    assert "Số: 07/SCT-XTTM" in text
    assert "giới thiệu 02 nguồn cung" in text
    assert "V/v giới thiệu nguồn cung mận tam hoa" in text
    assert "thời gian: tháng 6 đến tháng 7" in text


def test_who_is_no_longer_proposed_is_in_neither_letter_nor_script(pages: Pages) -> None:
    gone = letter(candidates=[candidate(1, "HTX Một (mẫu)"), candidate(2, "HTX Hai (mẫu)", gone=True)])
    text = whole(pages, [*introductions.to_buyer(gone, "vi"), call_scripts.script(gone, "vi")])

    assert "HTX Một" in text
    assert "HTX Hai" not in text
    assert "giới thiệu 01 nguồn cung" in text


def test_the_word_file_holds_the_same_words_to_edit() -> None:
    told = texts(written(introductions.to_buyer(letter(), "vi"), "docx"))

    assert "Số: 12/SCT-XTTM" in told
    assert "V/v giới thiệu nguồn cung mận tam hoa" in told
    assert "HTX Một (mẫu)" in told


def test_a_later_version_says_which_it_replaces(pages: Pages) -> None:
    text = whole(pages, introductions.to_buyer(replace(letter(), version=2), "vi"))
    assert "Bản 2, thay bản 1" in text
    assert "thay bản" not in whole(pages, introductions.to_buyer(letter(), "vi"))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_script_calls_everybody_and_asks_what_is_open(pages: Pages, lang: str) -> None:
    text = whole(pages, [call_scripts.script(letter(), lang)])

    for name in ("Siêu thị A (mẫu)", "HTX Một (mẫu)", "HTX Hai (mẫu)", "0100 000 009"):
        assert name in text
    assert ("thời hạn thanh toán" if lang == "vi" else "payment") in text


def test_texts_for_chat_are_whole_and_reminders_grow_firmer() -> None:
    told = letter()
    for target in (0, 1):
        text = call_scripts.chat(told, target, "vi")
        assert "12/SCT-XTTM" in text
        assert told.links[str(target) if target else ""] in text
    days = {day: call_scripts.reminder(told, 1, date(2026, 11, 21 + day), "vi") for day in (2, 3, 8)}
    assert days[2] == ""
    assert "xin nhắc HTX Một" in days[3]
    assert "đã 8 ngày" in days[8]
    assert "không liên lạc được" in call_scripts.reminder(told, 0, date(2026, 12, 5), "vi")


def test_each_side_has_a_letter_of_its_own_number_and_copies_go_to_nobody_else(pages: Pages) -> None:
    told = letter(numbers={"1": 13, "2": 14})
    buyer = whole(pages, introductions.to_buyer(told, "vi"))
    producer = whole(pages, introductions.to_producer(told, 2, "vi"))

    assert "Số: 12/SCT-XTTM" in buyer
    assert "Số: 14/SCT-XTTM" in producer
    assert "(Kèm theo Công văn số 14/SCT-XTTM ngày 21/11/2026 của Sở Công Thương)" in producer
    assert "Nơi nhận: – Như trên; – Lưu: VT, XTTM." in buyer
    assert "(công văn số 13/SCT-XTTM)" in call_scripts.chat(told, 1, "vi")
    assert "(số 13/SCT-XTTM)" in call_scripts.reminder(told, 1, date(2026, 11, 25), "vi")
    assert "Số: 12/SCT-XTTM" in whole(pages, introductions.to_producer(letter(), 2, "vi"))
