"""A size belongs to the noun before it, a size without a unit answers, and a slash is a choice."""

from __future__ import annotations

import pytest

from scoring.criteria.answers import answer
from scoring.units import fold


def says(asks: str, told: str, packaging: str = "") -> tuple[str, str]:
    found = answer(asks, fold(asks), f"Hàng; {told}", packaging, None, "")
    assert found is not None
    return found.says, found.offered


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("cánh dày 3-5 cm", "cánh dày, chân cắt 1 cm", "unsaid"),
        ("mũ 3-5 cm", "cắt chân 1 cm", "unsaid"),
        ("mu 3-5 cm", "mu 4-5 cm, chan cat 1 cm", "same"),
        ("mũ 3-5 cm", "chân 1 cm mũ 4-6 cm", "part"),
        ("chân cắt ≤1 cm", "mũ 3-5 cm", "unsaid"),
        ("chân cắt ≤1 cm", "cắt chân 0,5 cm", "same"),
        ("cap 3-5 cm", "stem cut 1 cm", "unsaid"),
        ("cap 3-5 cm", "cap 4 cm, stem 1 cm", "same"),
        ("củ dài 15-20 cm", "củ dài 10 cm, rễ 3 cm", "unmet"),
        ("dài 15-20 cm", "dài 16-18 cm", "same"),
        ("dài 15-20 cm", "12 cm", "unmet"),
    ],
)
def test_a_size_belongs_to_the_noun_before_it(asks, told, said):
    assert says(asks, told)[0] == said


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("size 22-25 mm", "size 23-26, nứt máy", ("part", "size 23-26")),
        ("size 22-25 mm", "size 20-24 nứt đều", ("part", "size 20-24")),
        ("size 22-25 mm", "cỡ 22-25", ("same", "")),
        ("cỡ ≥2 cm", "cỡ 1,5-1,8", ("unmet", "cỡ 1,5-1,8")),
        ("size 22-25", "22-24 mm", ("same", "")),
        ("size 22-25 mm", "size 40-50 con/kg", ("unsaid", "")),
        ("size 22-25 mm", "có 24 cây", ("unsaid", "")),
        ("size 22-25 mm", "size 200", ("unsaid", "")),
        ("size 20-25 con/kg", "size 20-25", ("same", "")),
    ],
)
def test_a_size_without_a_unit_answers_one_with_a_unit(asks, told, said):
    assert says(asks, told) == said


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("cành 3-5 tai", "3-5 tai, 80-90 cm", ("same", "")),
        ("3-5 tai/cành", "A+, 4-6 tai", ("part", "4-6 tai")),
        ("canh 4-6 tai", "2-3 tai", ("unmet", "2-3 tai")),
        ("cành 5 nụ", "5 nụ", ("same", "")),
        ("cành 3-5 tai", "giao 5 tại kho", ("unsaid", "")),
    ],
)
def test_how_many_of_a_part_need_not_say_of_what(asks, told, said):
    assert says(asks, told) == said


@pytest.mark.parametrize(
    ("asks", "packaging", "said"),
    [
        ("chai sứ/thủy tinh 500 ml", "chai sứ 500 ml, hộp giấy cứng", "same"),
        ("chai su/thuy tinh 500 ml", "chai thuy tinh 500 ml", "same"),
        ("túi/hộp 500 g", "hộp 500 g", "same"),
        ("bag/box 500 g", "box 500 g", "same"),
        ("hũ thủy tinh/nhựa 250 g", "hũ nhựa 500 g", "repack"),
        ("túi/hộp 500 g", "hộp 250 g", "repack"),
        ("chai sứ/thủy tinh 500 ml", "chai nhựa 500 ml", "repack"),
        ("chai thủy tinh 500 ml", "chai sứ/thủy tinh 500 ml", "same"),
        ("túi hút chân không 500 g/túi", "túi 500 g", "unsaid"),
    ],
)
def test_packs_that_a_slash_joins_are_a_choice(asks, packaging, said):
    assert says(asks, packaging, packaging)[0] == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("lanh 100%, khổ 40 cm", ("part_said", "khổ 40 cm")),
        ("khổ 55 cm", ("other", "khổ 55 cm")),
        ("dài 180 cm", ("part_said", "dài 180 cm")),
        ("40x180 cm", ("same", "")),
        ("thêu tay", ("unsaid", "")),
    ],
)
def test_one_side_of_a_cloth_answers_a_part_of_its_sides(told, said):
    assert says("khăn 40x180 cm", told) == said


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("Bắp cải 1-1,8 kg", "Bắp cải 1–1,8 kg; cải thảo 1,2–2 kg", ("same", "")),
        ("cải thảo 1-1,5 kg", "Bắp cải 1–1,8 kg; cải thảo 1,2–2 kg", ("part", "1,2–2 kg")),
        ("1-1,8 kg", "Bắp cải 1–1,8 kg; cải thảo 1,2–2 kg", ("part", "1–1,8 kg, 1,2–2 kg")),
        ("8 cánh", "8 cánh đều, gãy 8–12 %", ("same", "")),
        ("tối thiểu 5 nụ", "5+ nụ, 85–95 cm", ("same", "")),
        ("quả 0,8–1,1 kg", "qua tren 1 can, cat het", ("part", "qua tren 1 can")),
        ("quả 1–1,2 kg", "quả 1,1 cân", ("same", "")),
        ("quả 1–1,2 kg", "bưởi đựng can 20 lít", ("unsaid", "")),
    ],
)
def test_a_figure_is_that_of_the_words_beside_it(asks, told, said):
    assert says(asks, told) == said


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("nải 12-14 quả", "12-16 quả/nải", ("part", "12-16 quả/nải")),
        ("12 quả/nải", "nải 12 quả", ("same", "")),
        ("3-5 cm", "size 4-6", ("part", "size 4-6")),
        ("WW240", "W240, W320", ("same", "")),
        ("W320", "WW 240", ("unsaid", "")),
        ("550 g/l", "dung trọng 500-530", ("unmet", "dung trọng 500-530")),
        ("cành dài 70 cm", "cao 75-80 cm", ("same", "")),
        ("cành dài 70 cm", "dài 50-60 cm", ("unmet", "50-60 cm")),
        ("bình dài 30 cm", "cao 30 cm", ("unsaid", "")),
        ("dài 90 cm", "95 cm", ("other", "95 cm")),
        ("dài 90 cm", "60 cm", ("unmet", "60 cm")),
        ("2,5 hộc trở lên", "2.7 hộc", ("same", "")),
        ("2,5 hộc trở lên", "2 hộc", ("unmet", "2 hộc")),
        ("củ ≥2 cm", "size 2-3, vỏ khô", ("same", "")),
    ],
)
def test_figures_of_the_trade_in_other_words(asks, told, said):
    assert says(asks, told) == said


@pytest.mark.parametrize(
    ("asks", "told", "said"),
    [
        ("chậu từ 5 cành", "chậu 5–10 cành", ("same", "")),
        ("chau tu 3 canh", "chau 3-5 canh", ("same", "")),
        ("cành từ 7 nụ", "8-10 nụ/cành", ("same", "")),
        ("nải từ 12 quả", "nải 12-16 quả", ("same", "")),
        ("chậu 5 cành trở lên", "chậu 6–8 cành", ("same", "")),
        ("5 cành/chậu trở lên", "5-7 cành/chậu", ("same", "")),
        ("chậu 5 cành trở xuống", "chậu 3-4 cành", ("same", "")),
        ("chậu từ 3–5 cành", "chậu 3-4 cành", ("same", "")),
        ("chậu từ 5 cành", "4-8 cành/chậu", ("part", "4-8 cành/chậu")),
        ("chậu từ 3-5 cành", "chậu 4-6 cành", ("part", "chậu 4-6 cành")),
        ("chậu không quá 5 cành", "chậu 4-8 cành", ("part", "chậu 4-8 cành")),
        ("cành từ 7 nụ", "5-6 nụ/cành", ("unmet", "5-6 nụ/cành")),
    ],
)
def test_a_range_that_lies_wholly_beyond_a_bound_meets_it(asks, told, said):
    assert says(asks, told) == said
