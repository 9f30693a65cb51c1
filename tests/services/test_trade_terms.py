"""Prices taken at a port or abroad by their words are asked; no freight of the country is added to them."""

from datetime import date

import pytest

from matchmaker.services.reference import load_reference, scoring_context
from matchmaker.services.trade_terms import is_abroad, trade_terms
from matchmaker.services.understanding import demand_from, offer_from
from matchmaker.wording.reasons import sentence
from scoring.profile import Profile
from scoring.ranking import explain_pair

TODAY = date(2026, 11, 27)
SEASON = {"quantity": 5, "unit": "tấn", "per": "season", "months": [1, 2]}
OFFER = {"id": "O", "product": "Gạo ST25", **SEASON, "price_min": 20000, "price_max": 22000,
         "price_unit": "kg", "price_basis": "farm_gate", "place": "Mai Châu, Hòa Bình"}  # fmt: skip
DEMAND = {"id": "D", "product": "Gạo ST25", **SEASON, "price_max": 30000, "price_unit": "kg",
          "price_basis": "delivered", "place": "Cầu Giấy, Hà Nội"}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "abroad"),
    [
        ("Hamburg", True),
        ("Yokohama", True),
        ("Bằng Tường", True),
        ("Thượng Hải", True),
        ("Cát Lái", False),
        ("Haiphong", False),
        ("Ho Chi Minh", False),
        ("", False),
    ],
)
def test_a_port_is_known_to_lie_abroad(name, abroad):
    assert is_abroad(name) is abroad


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("giá CIF Hamburg 95.000 đ/kg", ("CIF Hamburg", True)),
        ("FOB Cát Lái", ("FOB Cát Lái", False)),
        ("giao DAP Hà Nội", ("", False)),
        ("DDP Busan, Korea", ("DDP Busan", True)),
        ("hàng tươi, giao tận nơi", ("", False)),
    ],
)
def test_the_term_that_words_name_is_read_with_its_place(text, found):
    assert trade_terms({"note": text}, "note") == found


def _price(offer, demand):
    reference = load_reference()
    pair = (
        demand_from({**DEMAND, **demand}, reference, TODAY),
        offer_from({**OFFER, **offer}, reference, TODAY),
    )
    match = explain_pair(*pair, scoring_context(TODAY), Profile.default())
    return next(row for row in match.reasons if row.criterion == "price")


@pytest.mark.parametrize(
    ("offer", "demand", "words"),
    [
        ({"note": "giá DAP Bằng Tường"}, {}, "DAP Bằng Tường"),
        ({"description": "CIF Rotterdam", "price_basis": "delivered"}, {}, "CIF Rotterdam"),
        ({}, {"description": "price CFR Busan"}, "CFR Busan"),
        ({}, {"note": "CNF Thượng Hải"}, "CNF Thượng Hải"),
    ],
)
def test_no_freight_is_added_to_a_price_abroad(offer, demand, words):
    row = _price(offer, demand)
    told = sentence(row.code, row.facts, "vi")
    assert f"(ghi “{words}”)" in told
    assert "cộng cước" not in told
    assert "chưa kể đường từ nơi ấy" in told
    assert not row.facts["carriage_high"]


def test_a_price_at_a_port_of_the_country_is_asked_beside_its_field():
    row = _price({}, {"description": "FOB Ho Chi Minh"})
    assert row.facts["ceiling_basis_differs"] == "FOB Ho Chi Minh"
    assert "phải hỏi giá tại đâu" in sentence(row.code, row.facts, "vi")


def test_a_price_without_such_a_term_takes_its_freight():
    assert _price({}, {"description": "giao DAP Hà Nội"}).facts["carriage_high"] > 0
