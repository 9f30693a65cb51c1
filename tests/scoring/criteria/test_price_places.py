from dataclasses import asdict, replace

import pytest

from scoring.criteria.price_places import at_the_door
from scoring.records import Doubt, Place

TOWN = Place(text="Cầu Giấy", lat=21.04, lon=105.8, province="Hà Nội", level="commune")


def taken(words, hub=False, **at):
    facts = {"value": words, "name": "", "hub": hub} | ({"at": at} if at else {})
    return (Doubt("price_basis", "price_at_place", facts),)


@pytest.mark.parametrize(
    ("at", "hub", "door"),
    [
        ({"lat": 21.02, "lon": 105.84}, False, True),
        ({"lat": 21.50, "lon": 105.84, "level": "commune"}, False, False),
        ({"lat": 21.03, "lon": 106.16, "level": "province"}, False, True),  # the town of a wide province
        ({"lat": 21.02, "lon": 105.84}, True, False),  # a station: he fetches the goods there
        ({}, False, False),
    ],
)
def test_a_place_that_a_seller_names_is_the_door_of_a_buyer_who_is_there(offer, demand, at, hub, door):
    priced = offer(price_basis="", doubts=taken("giao tới", hub, **at))
    assert at_the_door(priced, demand(place=TOWN)) is door


def test_freight_counts_from_the_place_of_the_price_alone(one, offer, demand):
    somewhere = one("price", offer(price_basis="truck_station"), demand()).facts
    at = {name: value for name, value in asdict(demand().place).items() if value}
    near = offer(price_basis="truck_station", doubts=taken("giao bến xe", True, **at))
    facts = one("price", near, demand()).facts
    assert (facts["basis"], facts["basis_assumed"], facts["basis_said"]) == ("place", False, "giao bến xe")
    assert (somewhere["carriage_low"], facts["carriage_low"] > 0) == (0, True)
    brought = one("price", replace(near, doubts=taken("giao tới", **at)), demand()).facts
    assert (brought["basis"], brought["basis_said"], brought["carriage_high"]) == ("delivered", None, 0)


def test_from_a_place_that_nobody_knows_no_freight_is_added(one, offer, demand):
    facts = one("price", offer(price_basis="", doubts=taken("tại cảng X")), demand()).facts
    assert (facts["basis_assumed"], facts["carriage_low"], facts["carriage_high"]) == (True, 0, 0)


def named(amount, **at):
    facts = {"value": "cộng cước", "amount": amount, "to": ""} | ({"at": at} if at else {})
    return (Doubt("price_basis", "freight_said", facts),)


def test_the_freight_that_a_seller_names_is_taken_for_the_one_that_is_reckoned(one, offer, demand):
    reckoned = one("price", offer(price_basis="farm_gate"), demand()).facts
    most = reckoned["carriage_high"]
    facts = one("price", offer(price_basis="farm_gate", doubts=named(most)), demand()).facts
    assert (facts["carriage_low"], facts["carriage_high"], facts["freight_said"]) == (most, most, "cộng cước")
    assert reckoned["carriage_low"] < most


def test_a_freight_to_another_place_or_far_below_the_cost_of_the_way_is_none_to_this_buyer(
    one, offer, demand
):
    elsewhere = {"lat": 8.7, "lon": 106.6, "level": "commune"}
    least = one("price", offer(price_basis="farm_gate"), demand()).facts["carriage_low"]
    for doubts in (named(5000, **elsewhere), named(least / 3)):
        facts = one("price", offer(price_basis="farm_gate", doubts=doubts), demand()).facts
        assert (facts["carriage_low"], "freight_said" in facts) == (least, False)


@pytest.mark.parametrize(
    ("least", "unit", "quantity", "wanted", "door"),
    [
        (50, "kg", 60, "kg", True),
        (2, "ta", 0.15, "tấn", False),
        (50, "chai", 40, "chai", False),
        (50, "chai", 40, "kg", True),  # nobody knows how many bottles these are
        (50, "kg", None, "kg", True),
    ],
)
def test_goods_are_brought_for_nothing_from_the_amount_on_that_the_seller_names(
    offer, demand, least, unit, quantity, wanted, door
):
    at = {"lat": 21.02, "lon": 105.84}
    (doubt,) = taken("lấy từ 50 giao miễn phí Hà Nội", **at)
    from_ = replace(doubt, facts={**doubt.facts, "least": least, "least_unit": unit})
    priced = offer(price_basis="", doubts=(from_,))
    assert at_the_door(priced, demand(place=TOWN, quantity=quantity, unit=wanted)) is door
