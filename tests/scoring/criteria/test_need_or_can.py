"""Without marks "can" is the verb of a need before the amount wanted, and a jerrycan in words of packing."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import demand_from
from scoring.criteria.wishes import wishes

TODAY = date(2026, 11, 27)


def read(text, product="mat ong"):
    record = {"id": "D", "product": product, "place": "Hà Nội", "demand_text": text}
    return demand_from(record, load_reference(), TODAY)


@pytest.mark.parametrize(
    ("text", "amount", "asked"),
    [
        ("can 600 lit mat ong, gia 150k/lit", 600, []),
        ("dang can 300 lit/thang", 300, []),
        ("can mua 600 lit mat ong rung, dong can 20 lit", 600, ["can 20 lit"]),
        ("can nhap 300 lit mat ong", 300, []),
        ("mat ong dong can 20 lit, can 600 lit", 600, ["can 20 lit"]),
        ("600 lit mat ong, can 5 lit", 600, ["can 5 lit"]),
        ("quy cach can 5 lit, moi thang 600 lit", 600, ["can 5 lit"]),
        ("can 1.200 lit nuoc mam, dong can 30 lit", 1200, ["can 30 lit"]),
        ("can 50 lit ruou ngo", 50, []),
    ],
)
def test_a_need_is_no_jerrycan(text, amount, asked):
    demand = read(text)
    assert (demand.quantity, wishes(demand)) == (amount, asked)
