from __future__ import annotations

import json
from datetime import date

from matchmaker.services import layers
from scoring.records import Certificate, Demand, Doubt, Offer, Place, Size

OFFER = Offer(
    id="O1",
    product="Mận",
    months=(6, 7),
    certificates=(Certificate("OCOP", date(2027, 1, 1), 4),),
    ocop_expiry=date(2027, 1, 1),
    place=Place(text="Bắc Hà", lat=22.5, lon=104.3, terrain="mountain", level="commune", confidence=0.9),
    sizes=(Size("chai", 500, 500, "ml"),),
    doubts=(Doubt("unit", "unit_missing", {"quantity": 3}),),
)
DEMAND = Demand(
    id="D1",
    product="Mận",
    months=(6,),
    required_certificates=(Certificate("ATTP"),),
    invoices_accepted=("HDDT",),
    sizes=(Size("chai", 500, 520, "ml"),),
    deliver_from=date(2027, 6, 1),
)


def test_an_offer_comes_back_from_its_json_unchanged() -> None:
    kept = json.loads(json.dumps(layers.parsed(OFFER)))

    assert layers.offer(kept, json.loads(json.dumps(layers.doubts(OFFER)))) == OFFER


def test_a_demand_comes_back_from_its_json_unchanged() -> None:
    kept = json.loads(json.dumps(layers.parsed(DEMAND)))

    assert layers.demand(kept, []) == DEMAND


def test_fields_that_later_versions_dropped_are_passed_over() -> None:
    kept = layers.parsed(OFFER) | {"colour": "red"}

    assert layers.offer(kept, layers.doubts(OFFER)) == OFFER
