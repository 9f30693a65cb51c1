from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matchmaker.errors import Conflict
from matchmaker.models import AuditEvent, FreightQuote, RateCard, User
from matchmaker.services import freight_lists

QUOTE = {
    "origin": "Mèo Vạc, Tuyên Quang",
    "destination": "Tiên Du, Bắc Ninh",
    "tonnes": "5",
    "price_kg": "1.100",
    "quoted_on": "20/11/2026",
}
CARD = {
    "carrier": "Nhà xe A",
    "origin": "Lào Cai",
    "destination": "Bắc Ninh",
    "price_kg": "900",
    "valid_from": "01/11/2026",
}


@pytest.fixture
def admin(session: Any, make_user: Callable[..., User]) -> User:
    found: User = session.get(User, make_user("administrator").id)
    return found


def looked(kind: str, *records: dict[str, str]) -> Any:
    return freight_lists.look(kind, list(enumerate(records, 2)))


@pytest.mark.usefixtures("session")
def test_a_look_resolves_the_places_and_stores_nothing(session: Any) -> None:
    found = looked("quotes", QUOTE)
    assert found.faults == []
    (row,) = found.rows
    assert (row["origin"]["node"], row["destination"]["province"]) == ("meo_vac", "Bắc Ninh")
    assert (row["price"], row["vehicle"]) == (1100.0, "truck_8t")
    assert session.query(FreightQuote).count() == 0


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("kind", "change", "field"),
    [
        ("quotes", {"price_kg": ""}, "price_kg"),
        ("quotes", {"price_trip": "5.000.000"}, "price_kg"),
        ("quotes", {"origin": "tỉnh Lào Cai"}, "origin"),
        ("quotes", {"origin": "một nơi không ai biết"}, "origin"),
        ("quotes", {"origin": "xã Tân Thành"}, "origin"),
        ("quotes", {"tonnes": "0"}, "tonnes"),
        ("quotes", {"quoted_on": "20/11/2031"}, "quoted_on"),
        ("cards", {"destination": ""}, "destination"),
        ("cards", {"origin": "", "destination": ""}, "origin"),
        ("cards", {"valid_to": "01/01/2026"}, "valid_to"),
        ("cards", {"km_from": "200", "km_to": "100"}, "km_to"),
    ],
)
def test_a_row_that_is_not_clear_is_told_at_its_field(kind: str, change: dict[str, str], field: str) -> None:
    record = {name: text for name, text in ((QUOTE if kind == "quotes" else CARD) | change).items() if text}
    found = looked(kind, record)
    assert [(fault.row, fault.field) for fault in found.faults] == [(2, field)]
    assert found.rows == []


@pytest.mark.usefixtures("session")
def test_a_place_with_namesakes_is_asked_about_by_their_names() -> None:
    (fault,) = looked("quotes", QUOTE | {"origin": "xã Tân Thành"}).faults
    assert fault.reason["vi"].count("Tân Thành") > 1


@pytest.mark.usefixtures("session")
def test_the_price_of_a_trip_is_shared_among_its_kilograms() -> None:
    record = {name: text for name, text in QUOTE.items() if name != "price_kg"} | {"price_trip": "6 triệu"}
    assert looked("quotes", record).rows[0]["price"] == 1200.0


@pytest.mark.parametrize(
    ("written", "tonnes", "name"),
    [
        ("", 1.0, "truck_1_5t"),
        ("", 12.0, "truck_15t"),
        ("xe 3,5 tấn", 1.0, "truck_3_5t"),
        ("15T", 2.0, "truck_15t"),
        ("xe tải", 6.0, "truck_8t"),
        ("container 40", 20.0, "truck_30t"),
    ],
)
def test_the_truck_is_the_one_named_or_the_smallest_that_carries_it(
    written: str, tonnes: float, name: str
) -> None:
    assert freight_lists.truck_of(written, tonnes) == name


def test_the_same_list_twice_adds_nothing_and_the_trail_tells_both(session: Any, admin: User) -> None:
    entries = [(2, QUOTE), (3, QUOTE), (4, QUOTE | {"price_kg": "1.300"}), (5, QUOTE | {"tonnes": "x"})]
    assert freight_lists.take("quotes", entries, admin) == 2
    assert freight_lists.take("quotes", entries, admin) == 0
    assert session.query(FreightQuote).count() == 2
    told = [event.facts for event in session.query(AuditEvent).filter_by(action="freight.quotes_taken")]
    marks = [row.mark for row in session.query(FreightQuote).order_by(FreightQuote.id)]
    assert told == [
        {"added": 2, "known": 1, "refused": 1, "marks": marks},
        {"added": 0, "known": 3, "refused": 1, "marks": []},
    ]


def test_a_line_is_withdrawn_once_and_stays_on_record(session: Any, admin: User) -> None:
    freight_lists.take("cards", [(2, CARD)], admin)
    card = session.query(RateCard).one()
    freight_lists.withdraw("cards", card.id, admin)
    with pytest.raises(Conflict):
        freight_lists.withdraw("cards", card.id, admin)
    assert session.query(RateCard).count() == 1
