"""Sizes by count or weight are held against each other by number; what a buyer allows asks nothing."""

import pytest

from scoring.criteria.specification import specified
from scoring.records import Demand, Offer


def told(spec, product="Cá lóc", wanted="Cá lóc", **offered):
    found = specified(Offer("o", product, **offered), Demand("d", wanted, spec=spec))
    return [(each.asks, each.says, each.offered) for each in found]


@pytest.mark.parametrize(
    ("spec", "offered", "says", "words"),
    [
        ("3–5 con/kg", "2–4 con/kg", "part", "2–4 con/kg"),
        ("3–5 con/kg", "3-4 con/kg", "same", ""),
        ("3–5 con/kg", "8-10 con/kg", "unmet", "8-10 con/kg"),
        ("4-5 quả/kg", "quả 200-250 g", "same", ""),
        ("300–400 g/quả", "2-3 trái/kg", "part", "2-3 trái/kg"),
        ("2-3 củ/kg", "mỗi kg 3 củ", "same", ""),
        ("2-3 con/kg", "con từ 300 g đến 500 g", "part", "từ 300 g đến 500 g"),
        ("from 350 to 500 grams each", "2-3 pcs/kg", "part", "2-3 pcs/kg"),
        ("15-20 con/kg", "cỡ 10-15, 15-20 con/kg", "part", "10-15, 15-20 con/kg"),
        ("15-20 con/kg", "cỡ 30-40, 40-50 con/kg", "unmet", "30-40, 40-50 con/kg"),
        ("size 20/30", "size 25 con", "same", ""),
        ("tấm dưới 5%", "tấm 3%", "same", ""),
        ("hạt vỡ không quá 2%", "hạt vỡ 3%", "unmet", "hạt vỡ 3%"),
        ("3-4 quả/kg", "thùng 10 kg", "unsaid", ""),
    ],
)
def test_sizes_are_compared_by_number(spec, offered, says, words):
    assert told(spec, description=offered) == [(spec, says, words)]


def test_a_size_in_the_name_of_the_goods_is_compared_too():
    found = told("", "Tôm sú 20-25 con/kg", "Tôm sú 15-20 con/kg")
    assert [row[1:] for row in found] == [("part", "20-25 con/kg")]
    assert told("", "Tôm sú", "Tôm sú") == []


@pytest.mark.parametrize(
    "spec",
    [
        "cho phép vỏ nhăn",
        "chấp nhận quả xước nhẹ",
        "có thể lẫn ít cọng",
        "may include some W240",
        "được phép củ cong",
        "small pieces allowed",
        "colour variation tolerated",
        "lẫn cuộng nhẹ được",
        "quả méo vẫn nhận",
        "cho phép lẫn tối đa 2% gạo tẻ",
    ],
)
@pytest.mark.parametrize("description", ["", "vỏ nhẵn, quả xước, lẫn cọng, W240"])
def test_what_a_buyer_allows_is_neither_missed_nor_asked(spec, description):
    assert told(spec, description=description) == []


def test_a_limit_of_what_is_allowed_is_one_all_the_same():
    found = told("cho phép lẫn tối đa 2% gạo tẻ", description="lẫn 5% gạo tẻ")
    assert [row[1:] for row in found] == [("unmet", "lẫn 5%")]
    assert told("độ ẩm dưới 13%", description="độ ẩm 15%")[0][1] == "unmet"
