"""What a buyer asks of carriage beside how often is answered by the seller's words."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.questions import questions
from scoring.criteria.carriage_said import carriage_said
from scoring.records import Offer


@pytest.mark.parametrize(
    ("rhythm", "offered", "met", "asked", "rest"),
    [
        ("2 chuyến/tuần, xe oxy", {"packaging": "xe oxy"}, ["xe oxy"], [], "2 chuyến/tuần"),
        ("hằng ngày, xe lạnh", {"description": "giao bằng xe mát 2 °C"}, ["xe lạnh"], [], "hằng ngày"),
        ("weekly, reefer truck", {"packaging": "refrigerated truck"}, ["reefer truck"], [], "weekly"),
        ("2 chuyến/tuần, xe lạnh", {"remarks": "chưa có xe lạnh"}, [], ["xe lạnh"], "2 chuyến/tuần"),
        ("2 chuyến/tuần bằng xe lạnh", {"remarks": "có xe lạnh"}, ["bằng xe lạnh"], [], "2 chuyến/tuần"),
        ("hang tuan bang xe dong lanh", {"remarks": "có xe lạnh"}, [], ["bang xe dong lanh"], "hang tuan"),
        ("daily by reefer truck", {"packaging": "boxes"}, [], ["by reefer truck"], "daily"),
        ("1 chuyến/tuần, đóng thùng xốp có đá", {"packaging": "thùng xốp ướp đá"},
         ["đóng thùng xốp có đá"], [], "1 chuyến/tuần"),
        ("container lạnh 20 feet", {"packaging": "cont lạnh 20 feet"}, ["container lạnh 20 feet"], [], ""),
        ("container lạnh 20 feet", {}, [], [], "container lạnh 20 feet"),
        ("3 chuyến/tuần", {"packaging": "xe oxy"}, [], [], "3 chuyến/tuần"),
        ("2–3 xe", {"packaging": "xe tải"}, [], [], "2–3 xe"),
        ("thứ 3, thứ 6", {}, [], [], "thứ 3, thứ 6"),
    ],
)  # fmt: skip
def test_carriage_is_told_from_rhythm(rhythm, offered, met, asked, rest) -> None:
    assert carriage_said(rhythm, Offer("o", "cá", **offered)) == (met, asked, rest)


def test_how_goods_are_carried_is_asked_beside_how_often(explained) -> None:
    wanted = {"product": "Cá tầm sống", "payment_days": 15, "delivery_rhythm": "2 chuyến/tuần, xe oxy"}
    seller = {"product": "Cá tầm sống", "remarks": "giao 3 chuyến mỗi tuần"}
    rows = {
        each.criterion: {"code": each.code, "facts": each.facts} for each in explained(wanted, seller).reasons
    }
    assert "cách vận chuyển" in questions(rows, "vi")
    assert "nhịp giao" not in questions(rows, "vi")
    told = sentence(rows["terms"]["code"], rows["terms"]["facts"], "vi")
    assert "kịp nhịp; bên mua cần “xe oxy”, bên bán chưa nói: phải hỏi" in told


def test_a_refusal_of_terms_asks_nothing_and_its_reason_does(explained) -> None:
    wanted = {
        "product": "Cá tầm",
        "payment_days": 30,
        "returns": True,
        "delivery_rhythm": "2 chuyến/tuần, xe lạnh",
    }
    match = explained(wanted, {"product": "Cá tầm", "max_payment_days": 7})
    (veto,) = match.refusals
    assert sentence(veto.code, veto.facts, "vi") == (
        "Bên mua trả sau 30 ngày, bên bán chịu tối đa 7 ngày: chưa hợp nhau."
    )
    terms = next(each for each in match.reasons if each.criterion == "terms")
    told = sentence(terms.code, terms.facts, "vi")
    assert "nhịp giao bên mua cần là “2 chuyến/tuần”" in told
    assert "còn phải hỏi nhận lại hàng" in told


def test_only_how_often_is_left_to_ask(explained) -> None:
    wanted = {"product": "Cá tầm sống", "payment_days": 15, "delivery_rhythm": "2 chuyến/tuần, xe oxy"}
    reasons = explained(wanted, {"product": "Cá tầm sống", "packaging": "xe oxy"}).reasons
    terms = next(each for each in reasons if each.criterion == "terms")
    told = sentence(terms.code, terms.facts, "vi")
    assert "bên mua cần “xe oxy”, bên bán có" in told
    assert "nhịp giao bên mua cần là “2 chuyến/tuần”, bên bán chưa nói" in told
    assert "the producer has it" in sentence(terms.code, terms.facts, "en")


@pytest.mark.parametrize(
    ("rhythm", "offered", "told"),
    [
        (
            "2 chuyến/tuần, xe oxy",
            {"packaging": "bể oxy"},
            "bên mua cần “xe oxy”, bên bán ghi “bể oxy”: phải hỏi",
        ),
        ("hằng ngày, xe lạnh", {"remarks": "chua co xe lanh"}, "bên bán ghi “chua co xe lanh”: phải hỏi lại"),
        (
            "xe lạnh",
            {"description": "giữ lạnh 5 độ"},
            "cách vận chuyển bên mua cần là “xe lạnh”, bên bán ghi “giữ lạnh",
        ),
        (
            "2 chuyến/tuần, xe oxy",
            {"packaging": "lồng 20 con"},
            "bên mua cần “xe oxy”, bên bán chưa nói: phải hỏi",
        ),
        ("1 container lạnh/tuần", {"packaging": "xe lạnh"}, "là “1 container lạnh/tuần”, bên bán chưa nói"),
    ],
)
def test_words_of_the_same_carriage_are_laid_beside(explained, rhythm, offered, told) -> None:
    wanted = {"product": "Cá tầm sống", "payment_days": 15, "delivery_rhythm": rhythm}
    match = explained(wanted, {"product": "Cá tầm sống", **offered})
    row = next(each for each in match.reasons if each.criterion == "terms")
    assert told in sentence(row.code, row.facts, "vi")


@pytest.mark.parametrize(
    ("offered", "needed", "asked"),
    [
        ({"quantity": 3, "unit": "tấn", "per": "total"}, 2, False),
        ({"quantity": 3, "unit": "tấn", "per": "month", "months": (12,)}, 2, False),
        ({"quantity": 1, "unit": "tấn", "per": "month", "months": (12,)}, 2, True),
    ],
)
def test_a_single_delivery_that_one_lot_makes_up_is_not_asked(explained, offered, needed, asked) -> None:
    wanted = {"product": "Gạo nếp", "quantity": needed, "unit": "tấn", "per": "total", "months": (12,),
              "delivery_rhythm": "giao 1 lần trước 5/1"}  # fmt: skip
    match = explained(wanted, {"product": "Gạo nếp", "shelf_life_days": 60, **offered})
    terms = next(each for each in match.reasons if each.criterion == "terms")
    told = sentence(terms.code, terms.facts, "vi")
    assert ("bên bán chưa nói: phải hỏi" in told) is asked
    assert ("một lô của bên bán đủ cả lượng ấy" in told) is not asked


@pytest.mark.parametrize(
    "words", ["two 20-ft reefer containers, one every six weeks", "2 xe lạnh, mỗi tuần 1"]
)
def test_loads_that_are_counted_stay_with_how_often_they_come(words):
    assert carriage_said(words, Offer("o", "p")) == ([], [], words)
