from __future__ import annotations

import pytest

from scoring.product.make_up import (
    CUT_FLOWER,
    FILLET,
    POTTED,
    PULP,
    UNCUT,
    WHOLE,
    keeps_chilled,
    make_up,
    wants_chilled,
)


@pytest.mark.parametrize(
    ("name", "unit", "bits"),
    [
        ("Sầu riêng nguyên trái cấp đông", "tấn", WHOLE),
        ("Cơm sầu riêng tách hạt", "tấn", PULP),
        ("Whole frozen durian", "", WHOLE | UNCUT),
        ("Cá thu nguyên con", "kg", UNCUT),
        ("Loin cá ngừ đại dương", "kg", FILLET),
        ("Hoa hồng cắt cành", "cành", CUT_FLOWER),
        ("Hoa cúc", "chậu", POTTED),
        ("Cúc mâm xôi chậu", "cặp", POTTED),
        ("Hoa đào Lai Châu", "cành", CUT_FLOWER),
        ("Hoa hồng Mộc Châu", "bông", CUT_FLOWER),
        ("Hoa hồng Mộc Châu", "kg", 0),
        ("Cá ngừ đại dương", "kg", 0),
        ("Wholesale mango", "kg", 0),
    ],
)
def test_a_make_up_is_told_by_its_words_and_by_nothing_like_them(name: str, unit: str, bits: int) -> None:
    assert make_up(name, unit) == bits


@pytest.mark.parametrize(
    ("text", "chilled"),
    [
        ("Thịt lợn cấp mát", True),
        ("cá tươi mát giao hằng ngày", True),
        ("bảo quản 0–4 độ khi giao", True),
        ("giữ lạnh từ 0 đến 5°C", True),
        ("không nhận hàng đông lạnh", True),
        ("chilled only, not frozen", True),
        ("cấp mát hoặc cấp đông đều được", False),
        ("đông lạnh -18 độ", False),
        ("nước mắm 25–40 độ đạm", False),
        ("rượu 29-45 độ", False),
        ("cá tươi", False),
        ("mật ong ướp mát mẻ", False),
    ],
)
def test_chilled_goods_are_wanted_where_their_cold_is_named(text: str, chilled: bool) -> None:
    assert wants_chilled(text) is chilled


def test_a_seller_may_have_both() -> None:
    assert keeps_chilled("gà cấp đông, có cả hàng cấp mát")
    assert not keeps_chilled("gà cấp đông -18 độ")
