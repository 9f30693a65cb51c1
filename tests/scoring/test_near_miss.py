from dataclasses import replace
from datetime import date

import pytest

from scoring.records import Certificate, Place

FAR = Place(text="Cần Thơ", lat=10.0, lon=105.8)

CASES = {
    "obtain_paper": ({"certificates": ()}, {}),
    "add_month": ({"months": (8, 9)}, {}),
    "chill": ({"shelf_life_days": 1, "storage": "ambient"}, {"place": FAR}),
    "issue_invoice": ({"invoice": "KHONG"}, {}),
    "lower_min_order": ({"min_order": 50, "min_order_unit": "tấn"}, {}),
    "allow_pooling": ({"quantity": 1}, {"pooling_allowed": False}),
    "pool_volume": ({"quantity": 1}, {"min_lot": 5, "min_lot_unit": "tấn"}),
    "lower_price": ({"price_min": 32000, "price_max": 33000}, {}),
    "accept_term": ({"max_payment_days": 15}, {"payment_days": 45}),
}


@pytest.mark.parametrize("code", CASES)
def test_each_kind_of_gap_has_its_step(match, offer, demand, code):
    changes, wants = CASES[code]
    found = match(offer(**changes), demand(**wants))
    assert len(found.vetoes) == 1
    assert found.missing is not None
    assert found.missing.code == code


def test_a_step_taken_makes_the_offer_eligible(match, offer, demand):
    dear = offer(price_min=32000, price_max=33000)
    step = match(dear, demand()).missing
    assert match(replace(dear, price_min=step.facts["to"]), demand()).eligible
    assert not match(replace(dear, price_min=step.facts["to"] + 1), demand()).eligible


def test_a_least_order_brought_down_as_told_is_eligible(match, offer, demand):
    large = offer(min_order=50, min_order_unit="tấn")
    step = match(large, demand()).missing
    assert match(
        replace(large, min_order=step.facts["to"], min_order_unit=step.facts["unit"]), demand()
    ).eligible


def test_stored_goods_can_be_kept_for_any_month_and_fresh_ones_only_for_the_next(match, offer, demand):
    rice = {"product": "gạo ST25"}
    stored = match(offer(months=(10,), **rice), demand(months=(3,), **rice)).missing
    assert stored.facts == {"months": [3], "stored": True}
    assert match(offer(months=(10,)), demand(months=(3,))).missing is None


def test_two_missing_papers_are_no_single_step(match, offer, demand):
    wanted = demand(required_certificates=(Certificate("ATTP"), Certificate("QR")))
    assert match(offer(certificates=()), wanted).missing is None


def test_two_vetoes_are_no_single_step(match, offer, demand):
    assert match(offer(certificates=(), invoice="KHONG"), demand()).missing is None


def test_nothing_makes_another_product_right(match, offer, demand):
    assert match(offer(product="gạo ST25", months=()), demand()).missing is None


def test_another_price_is_no_price_step(match, offer, demand):
    assert match(offer(price_min=90000, price_max=90000), demand()).missing is None


def test_an_eligible_offer_misses_nothing(match, offer, demand):
    assert match(offer(), demand()).missing is None


def test_stars_and_their_paper_are_one_step(match, offer, demand):
    wanted = demand(min_ocop_stars=4, required_certificates=(Certificate("OCOP", None, 4),))
    step = match(offer(), wanted).missing
    assert (step.code, step.facts["paper"], step.facts["stars"]) == ("obtain_paper", "OCOP", 4)


@pytest.mark.parametrize("ceiling", [0, 500])
def test_goods_for_nothing_have_no_price_step(match, offer, demand, ceiling):
    free = offer(price_min=0, price_max=0)
    found = match(free, demand(price_max=ceiling, place=FAR, min_remaining_days=None))
    assert (found.vetoes, found.missing) == (["price_over"], None)


def test_a_volume_to_pool_is_told_so_that_it_suffices(match, offer, demand):
    few = offer(quantity=333, unit="kg", per="season")
    wanted = demand(quantity=4, per="total", pooling_allowed=False, min_lot=400, min_lot_unit="kg")
    step = match(few, wanted).missing
    assert (step.code, step.facts["to"], step.facts["per"]) == ("pool_volume", 1200, "total")


def test_a_month_is_added_after_the_lead_time_only(match, offer, demand):
    rice = {"product": "gạo ST25", "lead_time_days": 45}
    step = match(offer(months=(6,), **rice), demand(months=(12, 1), product="gạo ST25")).missing
    assert step.facts == {"months": [1], "stored": True}


def test_dates_are_stretched_to_the_month_added(match, offer, demand):
    dated = offer(months=(), deliver_from=date(2027, 5, 1), deliver_to=date(2027, 5, 20))
    step = match(dated, demand(months=(6, 7))).missing
    assert step.facts == {"months": [6], "stored": False, "deliver_to": "2027-06-30"}
    late = offer(months=(), deliver_from=date(2027, 8, 3), deliver_to=date(2027, 8, 20))
    assert match(late, demand(months=(6, 7))).missing.facts["deliver_from"] == "2027-07-01"
