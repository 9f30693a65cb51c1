"""Figures are held against one another where they measure the same thing, and are asked else."""

from __future__ import annotations

import pytest

from scoring.criteria.own_words import words_of_the_same
from scoring.criteria.specification import falls_short, specified
from scoring.records import Demand, Offer


def told(spec: str, **offered: str) -> list[tuple[str, str]]:
    found = specified(Offer("o", "Hàng", **offered), Demand("d", "Hàng", spec=spec))
    return [(clause.asks, clause.says) for clause in found]


@pytest.mark.parametrize(
    ("spec", "offered", "says"),
    [
        ("3–5 cành hoa/chậu", {"packaging": "chậu nhựa"}, "unsaid"),
        ("3–5 cành hoa/chậu", {"grade": "5–8 cành/chậu"}, "part"),
        ("3–5 cành hoa/chậu", {"grade": "chậu 4 cành"}, "same"),
        ("5 bông/cành", {"grade": "2-3 bông/cành"}, "unmet"),
        ("từ 20 quả/cây", {"description": "cây cao 1,2 m"}, "unsaid"),
        ("3 stems per pot", {"packaging": "plastic pots"}, "unsaid"),
        ("10 bắp/bó", {"packaging": "bó 20 bắp"}, "repack"),
        ("cắt cuống 1 cm", {"grade": "2,5–4 cm"}, "unsaid"),
        ("cuống dài 2 cm", {"grade": "quả 6–7 cm"}, "unsaid"),
        ("mỡ lưng ≤ 3 cm", {"description": "mỡ lưng 2 cm"}, "same"),
        ("dài 15-25 cm", {"grade": "Miếng 15–25 cm"}, "same"),
        ("cành dài 60 cm", {"grade": "60 cm"}, "same"),
        ("dài 40 cm", {"description": "quế vỏ dài 40 cm"}, "same"),
        ("đỏ/vàng", {"description": "màu vàng"}, "same"),
    ],
)
def test_a_figure_of_something_else_answers_nothing(spec, offered, says) -> None:
    assert told(spec, **offered) == [(spec, says)]


def test_what_is_on_a_pack_and_a_list_of_cuts_or_tests_are_asked_whole() -> None:
    packs = told("chai sứ hoặc chai thủy tinh 500 ml có tem rượu", packaging="Chai sứ 500 ml nút gỗ")
    assert packs == [("có tem rượu", "unsaid")]
    stamped = told("chai sứ hoặc chai thủy tinh 500 ml có tem rượu", packaging="Chai sứ 500 ml có tem rượu")
    assert stamped == [("chai sứ hoặc chai thủy tinh 500 ml có tem rượu", "same")]
    tests = told("andehit và methanol theo QCVN 6-3", description="lọc andehit")
    assert tests == [("andehit và methanol theo QCVN 6-3", "unsaid")]
    assert told("pha sấn, vai, mông", packaging="pha lóc thùng 20 kg") == [("pha sấn, vai, mông", "unsaid")]
    assert told("pha thăn, bắp, đùi", packaging="thăn, đùi, bắp đóng túi") == [("pha thăn, bắp, đùi", "same")]
    assert told("quả tròn, đỏ", description="quả tròn đỏ") == [("quả tròn", "same"), ("đỏ", "same")]


def test_the_name_of_goods_tells_no_stuff_of_a_pack() -> None:
    offer = Offer("o", "bắp cải, su hào", packaging="sọt 15 kg")
    found = specified(offer, Demand("d", "Rau", spec="sọt nhựa 15 kg"))
    assert [(clause.asks, clause.says) for clause in found] == [("sọt nhựa", "unsaid")]
    in_name = Offer("o", "Rượu ngô chai nhựa 500 ml")
    found = specified(in_name, Demand("d", "Rượu ngô", spec="chai sứ 500 ml"))
    assert [clause.says for clause in found] == ["repack"]


def test_a_size_of_the_whole_falls_not_short_of_that_of_a_part() -> None:
    offer = Offer("o", "Tỏi", grade="2,5–4 cm")
    assert not falls_short(offer, Demand("d", "Tỏi", spec="cuống dưới 1 cm"))
    assert falls_short(offer, Demand("d", "Tỏi", spec="củ từ 5 cm"))


def test_a_figure_of_the_whole_is_not_laid_beside_a_part_or_a_colour() -> None:
    offer = Offer("o", "Tỏi", grade="2,5–4 cm", description="treo khô 30 ngày")
    assert words_of_the_same(offer, "cắt cuống 1 cm", "Tỏi") == ""
    assert words_of_the_same(offer, "củ từ 3 cm", "Tỏi") == "2,5–4 cm"
    assert words_of_the_same(Offer("o", "Gà", grade="1,2–1,5 kg/con"), "chân đen", "Gà") == ""
