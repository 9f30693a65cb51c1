"""How goods are grown or picked is no packing, and what a price goes by is no wish of the goods."""

import pytest

from scoring.criteria.answers import answer
from scoring.criteria.clauses import REPACK, SAME, UNSAID
from scoring.criteria.packs import packs_in
from scoring.criteria.wishes import wished_in
from scoring.units import fold

CARTON = "thùng 5 kg, bọc lưới xốp"


def _says(asks, told, packaging):
    return answer(asks, fold(asks), f"{told}; {packaging}", packaging, None, "").says


@pytest.mark.parametrize(
    "asks", ["bao trái", "bao quả bằng túi vải", "bao buồng", "bọc túi giấy trên cây", "tỉa trái", "hái tay"]
)
def test_a_practice_of_growing_is_asked_and_never_repacked(asks):
    assert _says(asks, "Xoài cát Chu", CARTON) == UNSAID
    assert packs_in(asks) == []


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("bao trái", "xoài cát chu bao trái"),
        ("bao quả", "ổi lê bao trái"),
        ("bao trái", "mận hậu, bọc quả từng chùm"),
        ("bao trai", "buoi da xanh bao trai"),
    ],
)
def test_the_same_practice_is_met(asks, told):
    assert _says(asks, told, "sọt 20 kg") == SAME


@pytest.mark.parametrize("asks", ["bao 20 kg", "bao lưới 10 kg", "đóng bao"])
def test_a_bag_is_a_pack(asks):
    assert _says(asks, "khoai lang", CARTON) == REPACK


@pytest.mark.parametrize(
    "text",
    [
        "giá thỏa thuận theo mẫu",
        "gia thuong luong theo mau",
        "đơn giá tính theo loại 1",
        "thỏa thuận theo mẫu",
    ],
)
def test_words_of_a_price_are_no_wish(text):
    assert wished_in(text) == ()


def test_what_stands_beside_a_price_is_one():
    assert wished_in("đan tay theo mẫu") == ("đan tay", "theo mẫu")
    assert wished_in("làm theo mẫu, giá thỏa thuận") == ("theo mẫu",)
    assert wished_in("nguyên con giá tùy loại 1") == ("nguyên con",)
