"""Conditions in English beside Vietnamese words, and the other way round."""

import pytest

from scoring.criteria.specification import specified
from scoring.records import Demand, Offer


def told(product, spec, offered, description):
    found = specified(Offer("o", offered, description=description), Demand("d", product, spec=spec))
    return [(each.asks, each.says, each.offered) for each in found]


@pytest.mark.parametrize(
    ("spec", "description"),
    [
        ("moisture max 12%", "độ ẩm ≤ 12 %"),
        ("moisture content not more than 21%", "thủy phần 20%"),
        ("độ ẩm dưới 13%", "moisture 12.5% max"),
        ("admixture max 1%", "tạp chất 0,5 %"),
        ("tạp chất ≤ 1 %", "foreign matter 0.5%"),
        ("broken 5% max", "tấm 5%"),
        ("broken max 5%", "tỷ lệ vỡ dưới 5%"),
        ("density 550 g/l min", "550 g/l"),
        ("oil content min 3%", "dầu 3,5%"),
        ("reddish brown colour", "màu nâu đỏ"),
        ("màu vàng", "golden yellow colour"),
        ("no added sugar", "không đường"),
        ("không lưu huỳnh", "no sulphur"),
        ("fully washed", "chế biến ướt"),
        ("thickness 3-5 mm", "lát 3-5 mm"),
        ("lát dày 3-5 mm", "thickness 3-5 mm"),
    ],
)
def test_the_same_in_the_other_language_is_the_same(spec, description):
    assert told("Hàng", spec, "Hàng", description) == [(spec, "same", "")]


@pytest.mark.parametrize(
    ("spec", "description", "says", "words"),
    [
        ("moisture max 12%", "độ ẩm 14%", "unmet", "độ ẩm 14%"),
        ("độ ẩm ≤ 12 %", "moisture 12.5% max", "part", "moisture 12.5% max"),
        ("broken 5% max", "vỡ 8%", "unmet", "vỡ 8%"),
        ("không lưu huỳnh", "sulphur fumigated", "unmet", "sulphur"),
        ("không lép", "hạt no tròn", "unsaid", ""),
    ],
)
def test_what_differs_in_the_other_language_differs(spec, description, says, words):
    assert told("Hàng", spec, "Hàng", description) == [(spec, says, words)]


@pytest.mark.parametrize(
    ("wanted", "offered", "description"),
    [
        ("Hạt tiêu đen", "Black pepper", "550 g/l"),
        ("Cashew kernels", "Hạt điều nhân", "W320"),
        ("Crispy dried banana", "Chuối sấy", "giòn"),
    ],
)
def test_a_sort_said_in_the_other_language_is_not_asked(explained, wanted, offered, description):
    match = explained({"product": wanted}, {"product": offered, "description": description})
    facts = next(row for row in match.reasons if row.criterion == "product").facts
    assert not facts.get("unsaid")


def test_a_sort_said_in_neither_is_asked(explained):
    match = explained({"product": "Crispy dried banana"}, {"product": "Chuối sấy", "description": "vàng"})
    facts = next(row for row in match.reasons if row.criterion == "product").facts
    assert facts["unsaid"]
