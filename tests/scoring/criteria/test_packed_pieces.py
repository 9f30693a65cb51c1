"""What a piece weighs by its pack, and that a pack's weight is none of a piece."""

from __future__ import annotations

import pytest

from scoring.criteria.answers import answer
from scoring.criteria.clauses import OTHER, SAME, UNMET, UNSAID
from scoring.units import fold


def _says(asks: str, packaging: str, grade: str = "") -> str:
    told = "; ".join(filter(None, ("Hàng", grade, packaging)))
    found = answer(asks, fold(asks), told, packaging, None, "")
    assert found is not None
    return found.says


@pytest.mark.parametrize(
    ("asks", "packaging", "says"),
    [
        ("1,3–1,8 kg/quả", "thùng 6 quả, khoảng 10 kg", SAME),
        ("1,2–1,6 kg/trái", "thung 10kg (7 trai)", SAME),
        ("400–450 g/quả", "hộp 12 quả 5 kg", SAME),
        ("1.2–1.6 kg/con", "case of 8 pieces, 12 kg", SAME),
        ("từ 1,8 kg/bắp", "4 bắp/thùng, 8 kg", SAME),
        ("trứng từ 55 g/quả", "vỉ 10 quả 600 g", SAME),
        ("80–90 g/củ", "túi 12 củ, 1000 gam", SAME),
        ("25–35 g/con", "khay 20 con, 600gr", SAME),
        ("từ 55 g/quả", "vỉ 10 quả 450 g", OTHER),
        ("từ 55 g/quả", "hộp 200 g", UNSAID),
        ("từ 1,8 kg/trái", "thùng 6–8 trái, 9 kg", OTHER),
        ("300–450 g/quả", "thùng 6 quả, khoảng 10 kg", OTHER),
        ("1,3–1,8 kg/quả", "bao lưới, khoảng 25 kg", UNSAID),
        ("1,3–1,8 kg/quả", "đóng chừng 10 kg", UNSAID),
        ("1,3–1,8 kg/quả", "carton, about 10 kg", UNSAID),
        ("quả từ 2 kg", "sọt, tầm 15 kg", UNSAID),
    ],
)
def test_a_pack_tells_the_size_of_a_piece_only_by_how_many_it_holds(
    asks: str, packaging: str, says: str
) -> None:
    assert _says(asks, packaging) == says


def test_a_size_that_the_offer_names_itself_is_held_against_the_clause() -> None:
    assert _says("1,3–1,8 kg/quả", "thùng 6 quả, khoảng 10 kg", "0,8–1 kg/quả") == UNMET
    assert _says("1,3–1,8 kg/quả", "thùng khoảng 10 kg", "1,4–1,7 kg/quả") == SAME
