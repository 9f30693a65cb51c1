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
    assert one("price", listed, demand(product="lê")).facts["price_several"] == "lê"
    assert one("price", listed, demand(product="trái cây")).facts["price_several"] is True


def test_a_bottle_of_stated_size_weighs_no_more_than_its_content_and_glass(one, offer, demand):
    bottle = {"unit": "chai", "price_unit": "chai", "sizes": (Size("chai", 0.5, 0.5, "lít"),)}
    facts = one("price", offer(**bottle), demand(unit="chai", price_unit="chai")).facts
    assert facts["piece_freight"] == 735  # 600 đ/kg for 1.225 kg
