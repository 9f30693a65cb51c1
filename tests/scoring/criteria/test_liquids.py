"""A price by the litre is refused against one by the kilogram where no weight of a litre makes it fit."""

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.price_line import price_clause
from scoring.records import Size

HONEY = {"product": "mật ong", "shelf_life_days": 365, "quantity": 400}
HALF_LITRE = (Size("chai", 0.5, 0.5, "lít"),)


@pytest.fixture
def compared(one, offer, demand):
    """The verdict on honey at so much for a litre, or for ``unit``, against a ceiling by the kilogram."""

    def judge(price, ceiling, unit="lít", ceiling_unit="kg", wanted=None, **more):
        told = {"unit": unit, "price_min": price, "price_max": price, "price_unit": unit, **HONEY, **more}
        asked = {"product": told["product"], "unit": ceiling_unit, "price_unit": ceiling_unit}
        return one("price", offer(**told), demand(**asked, price_max=ceiling, **(wanted or {})))

    return judge


@pytest.mark.parametrize(
    ("price", "ceiling", "unit", "ceiling_unit", "refused"),
    [
        (450_000, 75_000, "lít", "kg", True),
        (145_000, 100_000, "lít", "kg", False),  # 1.45 kg in a litre: just the ceiling
        (146_000, 100_000, "lít", "kg", True),
        (65_000, 90_000, "kg", "lít", False),  # 1.38 kg in a litre of honey: just within
        (66_000, 90_000, "kg", "lít", True),
    ],
)
def test_only_what_no_weight_of_a_litre_makes_fit_is_refused(
    compared, price, ceiling, unit, ceiling_unit, refused
):
    said = compared(price, ceiling, unit, ceiling_unit, price_basis="delivered")
    assert said.vetoes == (["price_over"] if refused else [])
    assert said.code == ("price_over" if refused else "price_units_differ")


def test_freight_takes_the_price_of_a_liquid_a_little_over(compared):
    said = compared(145_000, 100_000)  # 400 đồng a kilogram from the farm
    assert (said.code, said.vetoes, said.facts["negotiable"]) == ("price_over", [], True)
    told = sentence(said.code, said.facts, "vi")
    assert "cộng cước 400–600 đ/kg" in told
    assert "còn thương lượng được" in told
    assert "cỡ" not in told
    assert "cỡ" not in price_clause(said.code, said.facts, "vi")


def test_what_the_price_comes_to_at_both_weights_of_a_litre_is_told(compared):
    facts = compared(450_000, 75_000).facts
    assert (facts["pieces_brought"], facts["piece"]) == ([310_345, 326_087], "lít")
    assert facts["piece_weighs"] == [1.38, 1.45]
    assert (round(facts["over_share"], 2), facts["negotiable"]) == (3.14, False)


def test_bottles_of_stated_size_are_brought_to_litres_first(compared):
    bottled = {"unit": "chai", "sizes": HALF_LITRE}
    assert compared(150_000, 75_000, **bottled).facts["pieces_brought"] == [206_897, 217_391]
    assert compared(50_000, 75_000, **bottled).vetoes == []
    assert compared(150_000, 75_000, unit="chai").vetoes == []  # of a bottle of unknown size nothing follows
    wanted = {"sizes": HALF_LITRE}
    assert compared(130_000, 90_000, "kg", "chai", wanted).vetoes == []
    assert compared(131_000, 90_000, "kg", "chai", wanted).facts["pieces_brought"] == [90_390, 94_975]


def test_litres_of_what_is_no_liquid_and_freight_that_would_come_off_are_left_alone(compared):
    assert compared(450_000, 75_000, product="gạo ST25").vetoes == []
    delivered = {"price_basis": "delivered"}
    at_farm = {"price_basis": "farm_gate"}
    assert compared(450_000, 75_000, wanted=at_farm, **delivered).vetoes == []


def test_a_price_within_the_ceiling_at_every_weight_is_told_with_its_freight(compared):
    facts = compared(95_000, 180_000, "kg", "lít").facts
    assert facts["pieces_brought"] == [131_100, 137_750]
    assert 137_750 < facts["pieces_top"] < 180_000
