"""The terms of a purchase: what the records say, what the sides say, and what nobody has said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import InvalidRecord
from matchmaker.models import Match
from matchmaker.schemas.choices import TERMS
from matchmaker.services import terms_sheet
from tests.conftest import reload

Make = Callable[..., Any]


@pytest.fixture
def match(session: Any, accepted: list[int]) -> Match:
    found = session.get(Match, accepted[0])
    assert found is not None
    return found


def states(match: Match) -> dict[str, str]:
    return {term.code: term.state for term in terms_sheet.sheet(match)}


def test_what_nobody_wrote_down_is_open(match: Match) -> None:
    found = states(match)

    assert list(found) == list(TERMS)
    assert found["penalty"] == found["tolerance"] == found["discount"] == "open"
    assert found["payment"] == "half"  # the buyer wants 15 days, the producer has said nothing
    assert found["delivery_place"] == "half"
    assert found["price_basis"] == "differs"  # delivered against farm gate


@pytest.mark.parametrize(
    ("term", "buyer", "producer", "state"),
    [
        ("payment", {"payment_days": 15}, {"max_payment_days": 30}, "agreed"),
        ("payment", {"payment_days": 45}, {"max_payment_days": 30}, "differs"),
        ("payment", {"consignment": True}, {"max_payment_days": 30}, "differs"),
        ("discount", {"discount_pct": 20}, {"max_discount_pct": 15}, "differs"),
        ("returns", {"returns": True}, {"accepts_returns": False}, "differs"),
        ("returns", {"returns": False}, {"accepts_returns": False}, "agreed"),
        ("returns", {"returns": True}, {}, "half"),
        ("price_basis", {"price_basis": "delivered"}, {"price_basis": "delivered"}, "agreed"),
        ("packing", {"spec": "thùng 10 kg"}, {"packaging": "thùng xốp 20 kg"}, "compare"),
    ],
)
def test_the_records_agree_or_contradict(
    match: Match, term: str, buyer: dict[str, Any], producer: dict[str, Any], state: str
) -> None:
    for record, said in ((match.demand, buyer), (match.offer, producer)):
        clean = {"payment_days": None, "max_payment_days": None, "price_basis": ""}
        record.parsed = {**record.parsed, **clean, **said}
    assert states(match)[term] == state


def test_words_of_a_side_stand_above_its_record_and_can_be_taken_back(match: Match, make_user: Make) -> None:
    officer = reload(make_user())
    said = {"penalty": "phạt 8 % giá trị lô giao chậm", "payment": "tra ngay khi nhan hang"}
    assert terms_sheet.say(match, "producer", said, "link", None, "S1") == 2
    assert states(match)["penalty"] == "half"
    assert states(match)["payment"] == "compare"

    agreed = {"penalty": "Phạt 8 % giá trị lô giao chậm."}
    assert terms_sheet.say(match, "buyer", agreed, "officer", officer, "B1") == 1
    assert states(match)["penalty"] == "agreed"

    assert terms_sheet.say(match, "producer", {"payment": ""}, "link", None, "S1") == 1
    assert states(match)["payment"] == "half"
    assert "penalty" not in terms_sheet.open_terms(terms_sheet.sheet(match))


def test_the_same_words_again_change_nothing(match: Match) -> None:
    assert terms_sheet.say(match, "buyer", {"tolerance": "±5 %"}, "link", None, None) == 1
    assert terms_sheet.say(match, "buyer", {"tolerance": "±5 %"}, "link", None, None) == 0


@pytest.mark.parametrize(("side", "term"), [("officer", "payment"), ("buyer", "colour")])
def test_unknown_sides_and_terms_are_refused(match: Match, side: str, term: str) -> None:
    with pytest.raises(InvalidRecord):
        terms_sheet.say(match, side, {term: "x"}, "link", None, None)
