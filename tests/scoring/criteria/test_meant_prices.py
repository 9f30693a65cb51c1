import numpy as np
import pytest

from scoring.records import Doubt, Size


def test_a_ceiling_named_for_one_of_several_goods_is_none_for_the_others(one, offer, demand):
    named = (Doubt("price", "price_of_one", {"value": "lê"}),)
    wanted = demand(product="vải thiều, lê", price_max=10000, doubts=named)
    other = one("price", offer(), wanted)
    assert (other.code, other.vetoes, other.facts["ceiling_for"]) == ("ceiling_unsaid", [], "lê")
    assert one("price", offer(product="lê VH6"), wanted).vetoes == ["price_over"]


def test_a_price_at_the_door_tells_how_much_of_it_the_freight_eats(one, offer, demand):
    there = {"price_min": 1000, "price_max": 3000, "price_basis": "delivered"}
    assert one("price", offer(**there), demand()).facts["borne_share"] == 0.25
    assert "borne_share" not in one("price", offer(**there | {"price_basis": "farm_gate"}), demand()).facts


def several(*parts):
    rows = [
        {"words": words, "price_min": low, "price_max": high, "price_unit": "kg"}
        for words, low, high in parts
    ]
    return (Doubt("price", "several", {"count": len(rows), "parts": rows}),)


def test_of_several_ceilings_the_one_beside_the_goods_counts(one, offer, demand):
    named = several(("vải tối đa 30k", None, 30000), ("lê tối đa 15k/kg", None, 15000))
    wanted = demand(product="vải thiều, lê", price_max=30000, doubts=named)
    assert one("price", offer(), wanted).facts["ceiling"] == 30000
    pear = one("price", offer(product="lê VH6"), wanted)
    assert (pear.facts["ceiling"], pear.vetoes) == (15000, ["price_over"])
    both = one("price", offer(product="vải thiều, lê"), wanted)
    assert both.facts["ceiling"] == 30000
    neither = one("price", offer(product="hạt dẻ"), wanted)
    assert (neither.code, neither.facts["ceiling_for"]) == ("ceiling_unsaid", "vải, lê")


def test_of_several_prices_the_one_beside_the_goods_is_meant(one, offer, demand):
    each = several(("vải thiều 20k", 20000, 20000), ("lê 15k/kg", 15000, 15000))
    listed = offer(product="vải thiều, lê", price_min=20000, price_max=20000, doubts=each)
    assert "price_several" not in one("price", listed, demand()).facts
    pear = one("price", listed, demand(product="lê")).facts
    assert (pear["price_for"], pear["price_low"]) == ("lê", 15000)
    assert one("price", listed, demand(product="trái cây")).facts["price_several"] is True


def test_a_bottle_of_stated_size_weighs_no_more_than_its_content_and_glass(one, offer, demand):
    bottle = {"unit": "chai", "price_unit": "chai", "sizes": (Size("chai", 0.5, 0.5, "lít"),)}
    facts = one("price", offer(**bottle), demand(unit="chai", price_unit="chai")).facts
    assert facts["piece_freight"] == 735  # 600 đ/kg for 1.225 kg


KINDS = several(("ST24 17-19k", 17000, 19000), ("ST25 trộn 15-16 ngàn/kg", 15000, 16000))


@pytest.mark.parametrize(
    ("product", "spec", "low", "high", "goods"),
    [
        ("gạo ST25", "túi 5 kg", 15000, 16000, "ST25 trộn"),
        ("gạo ST24", "", 17000, 19000, "ST24"),
        ("gạo tẻ ngon dẻo", "", 15000, 19000, None),  # nobody can tell: the whole range, and the question
    ],
)
def test_of_several_prices_that_of_the_kind_wanted_counts(
    one, offer, demand, product, spec, low, high, goods
):
    offered = offer(product="gạo ST24, ST25 trộn Đài Thơm", price_min=17000, price_max=19000, doubts=KINDS)
    facts = one("price", offered, demand(product=product, spec=spec)).facts
    assert (facts["price_low"], facts["price_high"], facts.get("price_for")) == (low, high, goods)
    assert facts.get("price_several", False) is (goods is None)


def test_the_price_of_a_grade_is_that_of_the_grade_wanted(one, offer, demand):
    grades = several(("loại 1 220k", 220000, 220000), ("loại 2 150k/kg", 150000, 150000))
    offered = offer(price_min=150000, price_max=220000, doubts=grades)
    facts = one("price", offered, demand(spec="loại 1, củ to")).facts
    assert (facts["price_low"], facts["price_high"], facts["price_for"]) == (220000, 220000, "loại 1")


def test_a_price_without_a_name_is_that_of_the_goods_offered(one, offer, demand):
    named = several(("55k/kg", 55000, 55000), ("lạc vỏ 30k", 30000, 30000))
    offered = offer(product="lạc nhân đỏ", price_min=55000, price_max=55000, doubts=named)
    assert one("price", offered, demand(product="lạc nhân đỏ")).facts["price_low"] == 55000


def test_a_price_of_some_days_or_in_retail_is_none_of_other_goods(one, offer, demand):
    for words in ("ngày tết 180", "lẻ 180k"):
        named = several(("sỉ 140-150k/kg", 140000, 150000), (words, 180000, 180000))
        facts = one("price", offer(price_min=140000, price_max=150000, doubts=named), demand()).facts
        assert (facts["price_high"], "price_several" in facts) == (150000, False)


def test_a_step_lowers_the_price_that_is_meant(pairs, offer, demand, profile):
    named = several(("vải thiều 30k", 30000, 30000), ("lê 90k", 90000, 90000))
    offered = offer(product="vải thiều, lê", price_min=90000, price_max=90000, doubts=named)
    pair = pairs([offered], [demand(product="vải thiều", price_max=25000)])
    alone = pair.alone(np.arange(len(pair)))
    assert alone.offers.price_low.tolist() == [30000]
    assert (alone.prices.low.tolist(), alone.prices.parts) == ([30000], {})


def test_a_grade_behind_a_name_counts_more_than_the_name(one, offer, demand):
    grades = several(("vải thiều loại 1 1tr2", 1200000, 1200000), ("loại 2 850k/kg", 850000, 850000))
    offered = offer(price_min=850000, price_max=1200000, doubts=grades)
    facts = one("price", offered, demand(product="vải thiều loại 2")).facts
    assert (facts["price_low"], facts["price_for"]) == (850000, "loại 2")


@pytest.mark.parametrize(
    ("product", "onion", "garlic"),
    [
        ("hành tím, tỏi Lý Sơn", "hành tím 40k", "tỏi 90k"),
        ("hanh tim, toi Ly Son", "hanh tim 40k", "toi 90k"),
    ],
)
def test_garlic_without_its_mark_is_goods_and_no_limit(one, offer, demand, product, onion, garlic):
    each = several((onion, 40000, 40000), (garlic, 90000, 90000))
    listed = offer(product=product, price_min=40000, price_max=90000, doubts=each)
    assert one("price", listed, demand(product="hành tím")).facts["price_high"] == 40000
    assert one("price", listed, demand(product="tỏi khô")).facts["price_low"] == 90000
