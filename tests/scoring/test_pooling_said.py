"""Pooling and least lots in a buyer's words are no condition of the goods where the fields tell them."""

from __future__ import annotations

import pytest

from scoring.criteria.specification import specified
from scoring.notes import notes
from scoring.pooling_said import lot_met, of_pooling
from scoring.records import Demand, Offer


@pytest.mark.parametrize(
    ("clause", "alone"),
    [
        ("khong gom le te", True),
        ("khong nhan hang gom nhieu nguon", True),
        ("chi nhan mot nguon", True),
        ("no pooling", True),
        ("khong gom hang dap nat", False),
        ("gom ca hang loai 2", False),
    ],
)
def test_a_refusal_of_pooling_is_known_by_its_words(clause: str, alone: bool) -> None:
    assert of_pooling(clause, Demand("d", "măng", pooling_allowed=False)) is alone
    assert not of_pooling(clause, Demand("d", "măng"))


@pytest.mark.parametrize(
    ("clause", "amount", "lot", "met"),
    [
        ("mot nha phai du tu 5 ta tro len", (6, "tấn"), (None, ""), True),
        ("mot nha phai du tu 5 ta tro len", (350, "kg"), (5, "tạ"), True),  # the volume tells of it
        ("mot nha phai du tu 5 ta tro len", (350, "kg"), (None, ""), False),
        ("moi lo tu 200 con", (500, "con"), (None, ""), True),
        ("each supplier at least 2 tons", (3, "tấn"), (None, ""), True),
        ("mieng dai 15 cm", (6, "tấn"), (None, ""), False),
    ],
)
def test_a_least_lot_is_held_against_the_amounts(clause, amount, lot, met) -> None:
    offer = Offer("o", "măng", quantity=amount[0], unit=amount[1], per="total")
    assert lot_met(clause, offer, Demand("d", "măng", min_lot=lot[0], min_lot_unit=lot[1])) is met


def test_neither_is_asked_of_the_seller() -> None:
    words = "Mieng dai 15-25cm. Mot nha phai du tu 5 ta tro len, khong gom le te."
    demand = Demand("d", "Măng khô", remarks=words, pooling_allowed=False)
    offer = Offer(
        "o", "Măng khô", quantity=6, unit="tấn", per="total", packaging="bao lót PE", grade="Miếng 15–25 cm"
    )
    asked = [clause.asks for clause in specified(offer, demand) if clause.says != "same"]
    assert asked == []
    assert not any("5 ta" in row["words"] for rows in notes(offer, demand).values() for row in rows)
