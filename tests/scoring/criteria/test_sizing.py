"""Units that differ are compared by the size that a record states, and only by one that is sure."""

import pytest

from scoring.records import Size

HALF_KILO = Size("chiếc", 0.5, 0.5, "kg")
JAR = {"product": "gạo ST25", "shelf_life_days": 365}


@pytest.fixture
def jars(offer):
    """An offer of 1,000 pieces a month at 30,000 đồng each."""

    def make(**more):
        told = {"quantity": 1000, "unit": "chiếc", "price_min": 30000, "price_max": 30000,
                "price_unit": "chiếc", "price_basis": "delivered", **JAR}  # fmt: skip
        return offer(**{**told, **more})

    return make


@pytest.fixture
def by_weight(demand):
    """A demand of 1,000 kg a month at 50,000 đồng a kilogram."""

    def make(**more):
        told = {"quantity": 1000, "unit": "kg", "price_max": 50000, "price_unit": "kg",
                "price_basis": "delivered", "product": "gạo ST25"}  # fmt: skip
        return demand(**{**told, **more})

    return make


def test_pieces_of_stated_size_are_compared_by_weight(one, jars, by_weight):
    said = one("volume", jars(sizes=(HALF_KILO,)), by_weight())
    assert (said.code, said.facts["fill"], said.facts["unit"]) == ("volume_part", 0.5, "kg")
    assert said.facts["sizes"] == [{"unit": "chiếc", "low": 0.5, "measure": "kg", "side": "supply"}]


def test_a_weight_is_compared_with_pieces_by_the_size_that_the_buyer_states(one, offer, demand):
    wanted = demand(quantity=4000, unit="chiếc", sizes=(HALF_KILO,), product="gạo ST25")
    said = one("volume", offer(quantity=1, **JAR), wanted)
    assert (said.facts["supply_month"], said.facts["unit"], said.facts["fill"]) == (2000, "chiếc", 0.5)


def test_pieces_stay_as_they_stand_where_one_side_alone_states_a_size(one, jars, demand):
    wanted = demand(quantity=1000, unit="chiếc", product="gạo ST25")
    said = one("volume", jars(sizes=(HALF_KILO,)), wanted)
    assert said.facts["fill"] == 1
    both = one("volume", jars(sizes=(HALF_KILO,)), demand(
        quantity=1000, unit="chiếc", product="gạo ST25", sizes=(Size("chiếc", 1, 1, "kg"),)))  # fmt: skip
    assert both.facts["fill"] == 0.5


def test_two_sizes_a_range_and_heads_are_never_converted(one, jars, by_weight):
    for sizes in [(Size("chiếc", 0.3, 0.5, "kg"),), (HALF_KILO, Size("chiếc", 1, 1, "kg"))]:
        assert one("volume", jars(sizes=sizes), by_weight()).code == "volume_units_differ"
    heads = jars(unit="con", sizes=(Size("con", 40, 60, "kg"),))
    said = one("volume", heads, by_weight())
    assert said.code == "volume_units_differ"
    assert said.facts["size_range"] == {
        "unit": "con", "low": 40, "high": 60, "measure": "kg", "side": "supply", "meat": False
    }  # fmt: skip


def test_a_price_above_the_ceiling_by_the_size_is_refused(one, jars, by_weight):
    said = one("price", jars(sizes=(HALF_KILO,)), by_weight())
    assert said.vetoes == ["price_over"]
    assert (said.facts["price_low"], said.facts["unit"]) == (60000, "kg")
    assert (said.facts["price_said"], said.facts["price_said_unit"]) == ([30000, 30000], "chiếc")
    assert one("price", jars(sizes=(HALF_KILO,)), by_weight(price_max=60000)).vetoes == []
    assert one("price", jars(), by_weight()).vetoes == []


def test_freight_of_pieces_is_counted_by_the_weight_of_one(one, jars, by_weight):
    here = jars(sizes=(HALF_KILO,), price_basis="farm_gate", price_min=20000, price_max=20000)
    said = one("price", here, by_weight())
    assert (said.facts["carriage_low"], said.facts["floor_total"]) == (400, 40400)
    wanted = by_weight(quantity=1000, unit="chiếc", price_unit="chiếc", price_max=25000)
    assert one("price", here, wanted).facts["carriage_low"] == 200


def test_least_orders_and_lots_are_converted_as_well(one, jars, by_weight):
    large = jars(sizes=(HALF_KILO,), quantity=9000, min_order=7000, min_order_unit="chiếc")
    said = one("volume", large, by_weight(months=(6,)))
    assert said.vetoes == ["moq_too_high"]
    assert (said.why("moq_too_high")["min_order"], said.why("moq_too_high")["unit"]) == (3500, "kg")
    few = one("volume", jars(sizes=(HALF_KILO,)), by_weight(min_lot=1600, min_lot_unit="kg"))
    assert few.facts["lot_offered"] == 1000  # goods that keep, until the last month wanted
    longer = one(
        "volume", jars(sizes=(HALF_KILO,), months=(4, 5, 6, 7)), by_weight(min_lot=1600, min_lot_unit="kg")
    )
    assert longer.facts["lot_offered"] == 1500  # a quarter at most


def test_packs_of_no_size_that_is_wanted_are_told(one, offer, demand):
    wanted = demand(sizes=(Size("thùng", 2, 2, "kg"),))
    said = one("product", offer(sizes=(Size("thùng", 5, 10, "kg"),)), wanted)
    assert [each["high"] for each in said.facts["packs"]] == [10]
    assert [each["low"] for each in said.facts["packs_wanted"]] == [2]
    for fitting in [(Size("túi", 2, 2, "kg"), Size("thùng", 10, 10, "kg")), (), (Size("chai", 2, 2, "lít"),)]:
        assert "packs" not in one("product", offer(sizes=fitting), wanted).facts
    assert "packs" not in one("product", offer(sizes=(Size("con", 2, 2, "kg"),)), wanted).facts


def test_of_a_pack_wanted_from_one_size_to_another_the_one_offered_is_told(one, offer, demand):
    wanted = demand(quantity=1000, unit="chiếc", product="gạo ST25", sizes=(Size("chiếc", 0.2, 0.25, "kg"),))
    given = offer(quantity=1, unit="tấn", **JAR, sizes=(Size("chiếc", 0.25, 0.25, "kg"),))
    said = one("volume", given, wanted)
    assert (said.facts["supply_month"], [size["low"] for size in said.facts["sizes"]]) == (4000, [0.25])


def test_pieces_made_in_one_size_are_counted_and_their_price_is_that_of_the_size(one, offer, demand):
    told = {"unit": "cặp", "product": "gạo ST25", "price_unit": "cặp", "price_basis": "delivered"}
    soap = offer(
        **told, quantity=8000, price_min=22000, price_max=22000, sizes=(Size("cặp", 0.1, 0.1, "kg"),)
    )
    wanted = demand(**told, quantity=10000, price_max=4500, sizes=(Size("cặp", 0.02, 0.02, "kg"),))
    assert one("volume", soap, wanted).facts["fill"] == 0.8
    assert one("price", soap, wanted).code == "price_units_differ"


def test_a_price_without_a_unit_beside_goods_sold_by_the_piece_is_one_for_the_piece(one, offer, demand):
    wanted = demand(product="gạo ST25", quantity=350, unit="chiếc", price_max=500000, price_unit="")
    told = {"quantity": 1000, "unit": "chiếc", "price_min": 430000, "price_max": 430000, "price_unit": ""}
    said = one("price", offer(**{**told, "price_basis": "delivered", **JAR}), wanted)
    assert (said.code, said.facts["ceiling_unit"]) == ("price_under", "chiếc")


def test_fruits_wanted_by_number_are_enough_where_any_weight_of_the_seller_suffices(one, offer, demand):
    wanted = demand(product="bưởi Diễn", quantity=12000, unit="quả", per="total")
    fruit = {"product": "bưởi Diễn", "unit": "kg", "per": "month", "sizes": (Size("quả", 0.9, 1.1, "kg"),)}
    said = one("volume", offer(quantity=25000, **fruit), wanted)
    assert said.facts["size_range"]["side"] == "need"
    assert said.facts["enough_at_any_size"]
    assert "enough_at_any_size" not in one("volume", offer(quantity=300, **fruit), wanted).facts


def test_fruits_offered_by_number_are_enough_where_any_of_their_weights_suffices(one, offer, demand):
    fruit = {"product": "bưởi Diễn", "unit": "quả", "per": "month", "sizes": (Size("quả", 0.9, 1.2, "kg"),)}
    wanted = demand(product="bưởi Diễn", quantity=8, unit="tấn", per="month")
    assert one("volume", offer(quantity=10000, **fruit), wanted).facts["enough_at_any_size"]
    assert "enough_at_any_size" not in one("volume", offer(quantity=8000, **fruit), wanted).facts


def test_one_price_for_several_sizes_is_asked_and_never_brought_to_the_size_wanted(one, offer, demand):
    rice = {"product": "gạo ST25", "quantity": 500, "unit": "chiếc", "per": "month"}
    sizes = (Size("chiếc", 1, 5, "kg"),)
    wanted = demand(**rice, price_max=100_000, price_unit="chiếc", sizes=(Size("chiếc", 5, 5, "kg"),))
    dear = {**rice, "price_min": 40_000, "price_max": 150_000, "price_unit": "chiếc"}
    said = one("price", offer(**dear, sizes=sizes), wanted)
    assert said.vetoes == []
    assert said.facts["price_by_size"] == [{"unit": "chiếc", "low": 1, "high": 5, "measure": "kg"}]
    assert one("volume", offer(**dear, sizes=sizes), wanted).facts["supply_listed"] is True
    alone = offer(**dear, sizes=(Size("chiếc", 5, 5, "kg"),))
    assert "price_by_size" not in one("price", alone, wanted).facts
    assert "supply_listed" not in one("volume", alone, wanted).facts
    nearly = offer(**dear, sizes=(Size("chiếc", 5, 6, "kg"),))
    assert "price_by_size" not in one("price", nearly, wanted).facts
