"""A price at a truck station is taken at the one that any text of the record names."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import offer_from
from scoring.criteria.price_places import priced_at

TODAY = date(2026, 11, 27)
PLUMS = {
    "id": "O1",
    "product": "Mận hậu",
    "price_min": 20000,
    "price_unit": "kg",
    "price_basis": "truck_station",
    "place": {"commune": "Tân Yên", "province": "Sơn La"},
}


@pytest.mark.parametrize("field", ["description", "note", "supply_text"])
@pytest.mark.parametrize(
    "words",
    [
        "giao tại bến xe Mộc Châu",
        "mận hậu size to, giao bến xe Mộc Châu mỗi sáng",
        "hàng đẹp. Gửi hàng tại chành xe Mộc Châu",
    ],
)
def test_the_station_is_found_in_every_text(field: str, words: str) -> None:
    offer = offer_from({**PLUMS, field: words}, load_reference(), TODAY)
    place = priced_at(offer)
    assert place is not None
    assert "Mộc Châu" in (place.commune or place.text)
    assert offer.price_basis == "truck_station"


@pytest.mark.parametrize(
    "record",
    [
        {"description": "giao tại bến xe"},
        {"description": "mận trồng ở Mộc Châu"},
        {"description": "giao bến xe Mộc Châu", "price_basis": "farm_gate"},
    ],
)
def test_no_station_is_guessed(record: dict[str, str]) -> None:
    assert priced_at(offer_from({**PLUMS, **record}, load_reference(), TODAY)) is None
