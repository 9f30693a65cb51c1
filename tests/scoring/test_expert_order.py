"""The order in which an officer goes: variety, volume, months, way and time left, papers, price, then terms.

Each test sets one clear difference in a criterion against everything that comes after it.
"""

from __future__ import annotations

from datetime import date

import pytest

from scoring.ranking import rank
from scoring.records import Certificate, Place

PREFERRED = (Certificate("QR"), Certificate("OCOP", None, 4))
ATTP = Certificate("ATTP")
BEST_PAPERS = {"certificates": (ATTP, *PREFERRED), "ocop_stars": 4}
CHEAP = {"price_min": 10000, "price_max": 12000}
DEAR = {"price_min": 26000, "price_max": 28000}


@pytest.fixture
def order(trade, profile, offer, demand):
    """Ids of the eligible offers, best first; each offer is given as what is special about it."""

    def ranked(*changes, **wanted):
        offers = [offer(id=name, **each) for name, each in zip("abcdef", changes, strict=False)]
        matches = rank([demand(preferred_certificates=PREFERRED, **wanted)], offers, trade, profile)
        return [match.offer for match in matches if match.eligible]

    return ranked


def test_the_right_variety_comes_before_any_other_whatever_else_speaks_for_it(order):
    right = {"product": "vải u hồng", "quantity": 3, "months": (6,), **DEAR}
    other = {"product": "vải thiều Lục Ngạn", "quantity": 50, **BEST_PAPERS, **CHEAP}
    assert order(other, right, product="vải u hồng") == ["b", "a"]


def test_the_whole_volume_comes_before_part_of_it_from_near_with_better_papers_at_a_lower_price(order):
    near = {"quantity": 12, **BEST_PAPERS, **CHEAP}
    whole = {"quantity": 20, "place": Place(), **DEAR}  # nobody knows how far
    assert order(near, whole) == ["b", "a"]


def test_more_months_come_before_better_papers_and_a_lower_price(order):
    part = {"months": (6,), **BEST_PAPERS, **CHEAP}
    assert order(part, DEAR, months=(6, 7)) == ["b", "a"]


def test_a_paper_that_lapses_midway_costs_its_months(order):
    lapsing = {"certificates": (Certificate("ATTP", date(2027, 6, 30)),)}
    assert order({**lapsing, **CHEAP}, DEAR, months=(6, 7)) == ["b", "a"]


def test_preferred_papers_come_before_the_price(order):
    assert order({**CHEAP}, {**BEST_PAPERS, **DEAR}) == ["b", "a"]


def test_the_price_orders_what_is_equal_otherwise(order):
    assert order(DEAR, CHEAP) == ["b", "a"]


def test_terms_order_what_is_equal_otherwise(order):
    wanted = {"payment_days": 30, "discount_pct": 8}
    fits = {"max_payment_days": 45, "max_discount_pct": 10}
    assert order({}, fits, **wanted) == ["b", "a"]


def test_more_than_is_needed_weighs_less_than_the_way(order):
    near = Place(text="Lục Ngạn", lat=21.3, lon=106.6)
    plenty = {"quantity": 200, "place": Place()}  # nobody knows how far
    assert order(plenty, {"quantity": 20, "place": near}) == ["b", "a"]


def test_how_a_right_name_is_spelt_weighs_less_than_the_price(order):
    assert order({"product": "vải thiều", **DEAR}, {"product": "vai thieu tuoi loai 1", **CHEAP}) == [
        "b",
        "a",
    ]
