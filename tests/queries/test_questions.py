"""Which facts a record leaves open, as the database finds them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.models import Demand, Offer, User
from matchmaker.queries import questions
from matchmaker.services.transaction import transaction

Make = Callable[..., Any]
OFFER = {"quantity": 2.0, "months": [5], "place": {"province": "Lào Cai"}, "price_min": 1, "invoice": "HDDT",
         "certificates": [{"code": "ATTP"}], "shelf_life_days": 9, "storage": "chilled"}  # fmt: skip
DEMAND = {"quantity": 2.0, "months": [5], "place": {"province": "Lào Cai"}, "price_max": 1, "payment_days": 0}


@pytest.fixture
def admin(session: Any, make_user: Make, make_offer: Make, make_demand: Make) -> User:
    """An administrator over an offer and a demand."""
    user = make_user("administrator")
    make_offer(user, id="O1")
    make_demand(user, id="D1", ranked=False)
    return session.get(User, user.id)


def asked(session: Any, admin: User, kind: str, parsed: dict[str, Any], doubts: Any = ()) -> Any:
    """What the record leaves open once it was understood as given."""
    model, name = (Offer, "O1") if kind == "offer" else (Demand, "D1")
    with transaction():
        session.get(model, name).parsed, session.get(model, name).doubts = parsed, list(doubts)
    found = questions.one(kind, name, admin)
    listed = [each for each in questions.open_questions(admin) if each.id == name]
    assert listed == ([found] if found.questions else [])  # the same in the queue, or not in it
    return found


@pytest.mark.parametrize(
    ("kind", "change", "gaps"),
    [
        ("offer", {}, ()),
        ("offer", {"quantity": None}, ("quantity",)),
        ("offer", {"months": []}, ("months",)),
        ("offer", {"months": [], "deliver_to": "2027-01-01"}, ()),
        ("offer", {"place": {}}, ("place",)),
        ("offer", {"place": {"province": ""}}, ("place",)),
        ("offer", {"price_min": None}, ("price",)),
        ("offer", {"price_min": None, "price_max": 5}, ()),
        ("offer", {"invoice": ""}, ("invoice",)),
        ("offer", {"certificates": []}, ("papers",)),
        ("offer", {"shelf_life_days": None}, ("shelf_life",)),
        ("offer", {"shelf_life_days": None, "storage": "ambient"}, ()),
        ("offer", {"shelf_life_days": None, "storage": None}, ()),
        ("demand", {}, ()),
        ("demand", {"payment_days": None, "price_max": None}, ("price", "payment")),
    ],
)
def test_a_fact_that_is_missing_or_empty_is_asked(
    session: Any, admin: User, kind: str, change: dict[str, Any], gaps: tuple[str, ...]
) -> None:
    whole = OFFER if kind == "offer" else DEMAND
    found = asked(session, admin, kind, whole | change)
    assert found.gaps == gaps
    assert found.filled == found.total - len(gaps)


def test_a_field_that_the_record_never_had_is_asked_too(session: Any, admin: User) -> None:
    assert asked(session, admin, "offer", {}).filled == 1  # goods that need no cold need no days


def test_a_doubt_is_asked_and_one_that_only_tells_is_not(session: Any, admin: User) -> None:
    doubt = {"field": "place", "code": "same_name", "facts": {"value": "Tân Lập"}}
    found = asked(session, admin, "offer", OFFER, [doubt])
    assert (found.questions, found.place_text) == (("place",), "Tân Lập")
    assert asked(session, admin, "offer", OFFER, [{"field": "months", "code": "lunar"}]).questions == ()
