"""A set of so many pieces is answered by the name or the packing that says it, and by no other number."""

import pytest

from scoring.criteria.answers import answer
from scoring.criteria.clauses import SAME
from scoring.units import fold


def says(asks, told):
    found = answer(asks, fold(asks), told, told.partition("; ")[2], None, "")
    return found is not None and found.says == SAME


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("bộ 3 chiếc", "Bộ 3 giỏ mây tre đan; lồng bộ 3, thùng 8 bộ"),
        ("bộ 4 món", "Ấm chén gốm; hộp bộ 4, lót rơm"),
        ("set of 3", "Rattan baskets; set of 3, carton of 8 sets"),
        ("bo 2 cai", "Gio coi bo 2"),
        ("bộ 6 chiếc", "Chén gốm; 6 chiếc/bộ"),
        ("5-piece set", "Bộ 5 giỏ cói"),
    ],
)
def test_a_set_that_is_named_or_packed_answers_the_one_asked(asks, told):
    assert says(asks, told)


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("bộ 3 chiếc", "Bộ 4 giỏ mây tre đan"),
        ("bộ 3 chiếc", "Giỏ mây tre đan; không bán bộ 3"),
        ("bộ 3 chiếc", "Kệ tre bộ 3 tầng"),
        ("bộ 3 chiếc", "Giỏ cói; thùng 30 chiếc"),
        ("bộ 3 chiếc lót nỉ", "Bộ 3 giỏ mây"),
    ],
)
def test_another_number_or_what_is_denied_does_not(asks, told):
    assert not says(asks, told)


@pytest.mark.parametrize(
    ("asks", "told", "answered"),
    [
        ("bộ 3 bình", "Bộ bình gốm Mường Chanh; sọt chèn trấu", ("unsaid", "")),
        ("bộ 3 bình", "Bộ bình gốm (3 bình)", ("same", "")),
        ("bộ 3 lọ", "Lọ gốm; bộ 2 lọ", ("other", "2 lọ")),
        ("bo 3 gio", "Gio may; bo 3 cai gio long nhau", ("same", "")),
        ("set 3 giỏ", "Giỏ mây", ("unsaid", "")),
    ],
)
def test_a_set_of_vessels_is_no_pack_and_its_number_is_to_be_said(asks, told, answered):
    found = answer(asks, fold(asks), told, told.partition("; ")[2], None, "")
    assert (found.says, found.offered) == answered
