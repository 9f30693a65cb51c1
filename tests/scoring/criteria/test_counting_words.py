"""Amounts and prices are told in each side's own counting words, no two of which are taken for one."""

import pytest

from matchmaker.wording.reasons import sentence


def _rows(explained, wanted, offered, product):
    each = {"product": product, "per": "total", "months": (1, 2)}
    demand = {**each, "quantity": 200, "unit": wanted, "price_max": 9000, "price_unit": wanted}
    offer = {
        **each,
        "quantity": 500,
        "unit": offered,
        "price_min": 5000,
        "price_max": 6000,
        "price_unit": offered,
    }
    return {row.criterion: row for row in explained(demand, offer).reasons}


def _told(rows, lang="vi"):
    return [sentence(rows[name].code, rows[name].facts, lang) for name in ("volume", "price")]


@pytest.mark.parametrize(
    ("wanted", "offered", "product"),
    [
        ("sọt", "giỏ", "Dưa lưới"),
        ("rổ", "sọt", "Rau cải"),
        ("két", "giỏ", "Cam sành"),
        ("bó", "mớ", "Rau cải"),
    ],
)
def test_baskets_of_two_names_are_not_taken_for_one(explained, wanted, offered, product):
    rows = _rows(explained, wanted, offered, product)
    assert (rows["volume"].code, rows["price"].code) == ("volume_units_differ", "price_units_differ")
    volume, price = _told(rows)
    assert f"500 {offered}" in volume
    assert f"200 {wanted}" in volume
    assert f"đ/{offered}" in price
    assert f"đ/{wanted}" in price


@pytest.mark.parametrize(
    ("wanted", "offered", "product"),
    [
        ("cành", "bông", "Hoa hồng"),
        ("hũ", "lọ", "Mật ong"),
        ("trái", "quả", "Dừa xiêm"),
        ("gói", "bịch", "Miến dong"),
    ],
)
def test_words_for_one_piece_are_compared_and_each_side_keeps_its_own(explained, wanted, offered, product):
    rows = _rows(explained, wanted, offered, product)
    assert rows["volume"].facts["fill"] is not None
    volume, price = _told(rows)
    assert f"500 {offered}" in volume
    assert f"200 {wanted}" in volume
    assert f"6.000 đ/{offered}" in price
    assert f"9.000 đ/{wanted}" in price


def test_one_word_on_both_sides_is_told_once(explained):
    rows = _rows(explained, "giỏ", "giỏ", "Dưa lưới")
    assert rows["volume"].code == "volume_covers"
    assert "need_own_unit" not in rows["volume"].facts
    assert "ceiling_said_unit" not in rows["price"].facts
    assert "basket" in _told(rows, "en")[0]
