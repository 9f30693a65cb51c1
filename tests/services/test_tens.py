from __future__ import annotations

from datetime import date

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from, offer_from

TODAY = date(2026, 11, 27)


def test_tens_of_twelve_count_in_amount_price_and_least_order() -> None:
    text = "500 chuc/tuan (chuc 12), quanh nam, 96-120k/chuc tai vuon"
    record = {
        "id": "O",
        "product": "dua xiem",
        "supply_text": text,
        "min_order": 50,
        "min_order_unit": "chục",
    }

    offer = offer_from(record, load_reference(), TODAY)

    assert (offer.quantity, offer.unit, offer.per) == (6000, "quả", "week")
    assert (offer.price_min, offer.price_max, offer.price_unit) == (8000, 10000, "quả")
    assert (offer.min_order, offer.min_order_unit) == (600, "quả")


def test_stated_tens_are_those_that_the_note_tells() -> None:
    record = {
        "id": "D", "product": "trứng vịt", "quantity": 40, "unit": "chục", "per": "month", "price_max": 42000,
        "price_unit": "chục", "min_lot": 10, "note": "chục 14",
    }  # fmt: skip

    demand = demand_from(record, load_reference(), TODAY)

    assert (demand.quantity, demand.unit, demand.price_max, demand.price_unit) == (560, "quả", 3000, "quả")
    assert (demand.min_lot, demand.min_lot_unit) == (140, "quả")


def test_tens_of_which_nothing_is_told_stay_tens() -> None:
    offer = offer_from(
        {"id": "O", "product": "trứng", "quantity": 40, "unit": "chục"}, load_reference(), TODAY
    )

    assert (offer.quantity, offer.unit) == (40, "chục")
