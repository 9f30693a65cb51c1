"""Goods in another make-up than the one wanted, read with the whole table."""

from __future__ import annotations

import pytest

from matchmaker.wording.reasons.vetoes import VETOES


@pytest.fixture(scope="module")
def told(explained):
    """The codes and facts of an account by criterion, and its vetoes."""

    def account(wanted: dict, offered: dict):
        match = explained(wanted, offered)
        return {row.criterion: row for row in match.reasons}, match.vetoes

    return account


@pytest.mark.parametrize(
    ("wanted", "offered", "parts"),
    [
        ("Frozen durian pulp Monthong", "Frozen whole durian Monthong", ["hàng nguyên trái", "cơm đã tách"]),
        ("Sầu riêng nguyên trái đông lạnh", "Cơm sầu riêng đông lạnh", ["cơm đã tách", "hàng nguyên trái"]),
        ("Cá thu phi lê", "Cá thu nguyên con", ["hàng nguyên con", "thịt đã cắt lọc"]),
        ("Hoa cúc cắt cành", "Hoa cúc chậu", ["hoa trồng chậu", "hoa cắt cành"]),
    ],
)
def test_another_make_up_is_refused_and_its_price_and_amount_are_not_compared(told, wanted, offered, parts):
    amount = {"quantity": 10.0, "unit": "tấn", "per": "month"}
    rows, vetoes = told(
        {"product": wanted, **amount, "price_max": 200_000.0, "price_unit": "kg"},
        {"product": offered, **amount, "price_min": 100_000.0, "price_unit": "kg", "price_basis": "depot"},
    )
    assert "wrong_form" in vetoes
    assert rows["product"].facts["parts"] == parts
    assert (rows["price"].code, rows["volume"].code) == ("price_other_form", "volume_units_differ")
    vi, en = (VETOES["wrong_form"](rows["product"].facts, lang) for lang in ("vi", "en"))
    assert f"là {parts[0]}, bên mua cần {parts[1]}" in vi
    assert parts[0] not in en


@pytest.mark.parametrize(
    ("wanted", "offered", "unit"),
    [
        ("Mận An Phước", "Mận An Phước sấy dẻo", "kg"),
        ("Hồng giòn", "Hồng treo gió", "kg"),
        ("Hồng giòn", "Hồng treo gió", ""),
        ("Nấm hương tươi", "Nấm hương khô", "kg"),
        ("Cá thu phi lê", "Cá thu nguyên con", "kg"),
    ],
)
def test_the_price_of_another_form_is_never_a_refusal_dear_or_cheap(told, wanted, offered, unit):
    amount = {"quantity": 2.0, "unit": "tấn", "per": "month"}
    want = {
        "product": wanted,
        **amount,
        "price_max": 26_000.0,
        "price_unit": "kg",
        "price_basis": "delivered",
    }
    for price in (130_000.0, 9_000.0):
        own = {"price_min": price, "price_unit": unit, "price_basis": "delivered"}
        rows, vetoes = told(want, {"product": offered, **amount, **own})
        assert "wrong_form" in vetoes
        assert "price_over" not in vetoes
        assert rows["price"].code == "price_other_form"


def test_the_price_of_the_right_form_above_the_ceiling_still_is(told):
    amount = {"quantity": 2.0, "unit": "tấn", "per": "month", "price_unit": "kg"}
    want = {"product": "Mận sấy dẻo", **amount, "price_max": 26_000.0, "price_basis": "delivered"}
    _, vetoes = told(want, {"product": "Mận sấy dẻo", **amount, "price_min": 130_000.0})
    assert "price_over" in vetoes


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("Cá thu phi lê", "Cá thu"),
        ("Cá thu", "Cá thu nguyên con"),
        ("Cá thu phi lê", "Cá thu nguyên con, phi lê"),
        ("Hoa cúc chậu", "Cúc trồng chậu"),
    ],
)
def test_what_one_side_leaves_open_or_both_have_is_not_refused(told, wanted, offered):
    rows, vetoes = told({"product": wanted}, {"product": offered})
    assert "wrong_form" not in vetoes
    assert "parts" not in rows["product"].facts


@pytest.mark.parametrize(
    ("wanted", "offered", "refused"),
    [
        ({"product": "Gà ta làm sạch, cấp mát"}, {"product": "Gà ta làm sạch", "storage": "frozen"}, True),
        ({"product": "Cá thu", "spec": "giữ 0–4 độ"}, {"product": "Cá thu cấp đông"}, True),
        (
            {"product": "Thịt trâu", "remarks": "không nhận đông lạnh"},
            {"product": "Thịt trâu đông lạnh"},
            True,
        ),
        ({"product": "Gà ta làm sạch"}, {"product": "Gà ta làm sạch", "storage": "frozen"}, False),
        ({"product": "Gà ta cấp mát"}, {"product": "Gà ta làm sạch", "storage": "chilled"}, False),
        (
            {"product": "Gà ta cấp mát"},
            {"product": "Gà ta cấp mát, cấp đông", "storage": "frozen"},
            False,
        ),
        (
            {"product": "Vịt cỏ làm sạch", "remarks": "hàng mát không lấy đông đá"},
            {"product": "Vịt cỏ làm sạch", "storage": "frozen"},
            True,
        ),
        ({"product": "Gà ta, cấp mát hay cấp đông"}, {"product": "Gà ta", "storage": "frozen"}, False),
    ],
)
def test_frozen_goods_are_another_form_than_chilled_ones(told, wanted, offered, refused):
    rows, vetoes = told(wanted, offered)
    assert ("wrong_form" in vetoes) is refused
    if refused:
        said = VETOES["wrong_form"](rows["product"].facts, "vi")
        assert "(cấp mát, không đông lạnh)" in said or "(tươi)" in said
        assert "đông lạnh) khác dạng" in said
