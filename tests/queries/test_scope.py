from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from matchmaker.models import Demand, Match, Offer, Organisation, User
from matchmaker.queries.scope import visible

Make = Callable[..., Any]


@pytest.fixture
def market(make_user: Make, make_member: Make, make_offer: Make, make_demand: Make) -> dict[str, str]:
    """An offer from Lào Cai and one from Sơn La, a demand in Bắc Ninh, each of a member; ranked."""
    admin = make_user("administrator")
    members = {
        "lao_cai": make_member("producer", id="P1", name="Lào Cai", province="Lào Cai"),
        "son_la": make_member("producer", id="P2", name="Sơn La", province="Sơn La"),
        "bac_ninh": make_member("buyer", id="B1", name="Bắc Ninh", province="Bắc Ninh"),
    }
    make_offer(admin, members["lao_cai"], id="O1")
    make_offer(admin, members["son_la"], id="O2", place={"commune": "Mộc Châu", "province": "Sơn La"})
    make_demand(admin, members["bac_ninh"])
    return members


def seen(session: Any, user: User, model: Any) -> set[str]:
    actor = session.get(User, user.id)
    found = session.scalars(select(model).where(visible(model, actor)))
    return {f"{row.demand_id}-{row.offer_id}" if model is Match else row.id for row in found}


EVERYTHING = {
    "offers": {"O1", "O2"},
    "demands": {"D1"},
    "matches": {"D1-O1", "D1-O2"},
    "members": {"P1", "P2", "B1"},
}
NOTHING: dict[str, set[str]] = {"offers": set(), "demands": set(), "matches": set(), "members": set()}


@pytest.mark.parametrize(
    ("role", "more", "expected"),
    [
        ("administrator", {}, EVERYTHING),
        ("national_reader", {}, EVERYTHING),
        ("organizer", {}, EVERYTHING),
        ("officer", {}, EVERYTHING),
        ("officer", {"provinces": []}, NOTHING),
        (
            "officer",
            {"provinces": ["Lào Cai"]},
            {"offers": {"O1"}, "demands": set(), "matches": {"D1-O1"}, "members": {"P1"}},
        ),
        (
            "officer",
            {"provinces": ["Bắc Ninh"]},
            {"offers": set(), "demands": {"D1"}, "matches": {"D1-O1", "D1-O2"}, "members": {"B1"}},
        ),
        (
            "producer",
            {"organisation_id": "P1"},
            {"offers": {"O1"}, "demands": set(), "matches": {"D1-O1"}, "members": {"P1"}},
        ),
        (
            "buyer",
            {"organisation_id": "B1"},
            {"offers": set(), "demands": {"D1"}, "matches": {"D1-O1", "D1-O2"}, "members": {"B1"}},
        ),
        ("buyer", {}, NOTHING),
        ("producer", {}, NOTHING),
    ],
)
def test_who_sees_what(
    session: Any, market: Any, make_user: Make, role: str, more: dict[str, Any], expected: dict[str, set[str]]
) -> None:
    user = make_user(role, "who@example.com", **more)

    assert {
        "offers": seen(session, user, Offer),
        "demands": seen(session, user, Demand),
        "matches": seen(session, user, Match),
        "members": seen(session, user, Organisation),
    } == expected


@pytest.mark.parametrize(("role", "kind", "mine"), [("buyer", "demands", "D9"), ("producer", "offers", "O9")])
def test_who_serves_no_organisation_sees_what_it_entered(
    session: Any,
    market: Any,
    make_user: Make,
    make_offer: Make,
    make_demand: Make,
    role: str,
    kind: str,
    mine: str,
) -> None:
    user, admin = make_user(role), make_user("administrator", "other@example.com")
    make_offer(admin, id="O8")
    make_demand(admin, id="D8")
    {"buyer": make_demand, "producer": make_offer}[role](user, id=mine)

    model = {"demands": Demand, "offers": Offer}[kind]
    assert seen(session, user, model) == {mine}
