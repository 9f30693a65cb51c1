from __future__ import annotations

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.queries import shown
from matchmaker.services import introducing

Make = Callable[..., Any]

CEILING, FLOOR = 39_871, 38_653  # odd figures, so that finding one in an answer means that it leaked


@pytest.fixture
def market(make_user: Make, make_member: Make, make_offer: Make, make_demand: Make) -> None:
    """An offer of P1 and a demand of B1, ranked."""
    admin = make_user("administrator")
    make_offer(admin, make_member("producer", id="P1"), price_min=FLOOR, price_max=38_907)
    make_demand(admin, make_member("buyer", id="B1"), price_max=CEILING)


@pytest.fixture
def client(market: None, make_user: Make, api: Make) -> Callable[[str], FlaskClient]:
    """A client of a role: the producer of the offer, the buyer of the demand, an officer, …"""
    members = {"producer": {"organisation_id": "P1"}, "buyer": {"organisation_id": "B1"}}
    return lambda role: api(make_user(role, f"{role}1@example.com", **members.get(role, {})))


ADDRESSES = {"producer": "/api/v1/offers/O1/matches", "buyer": "/api/v1/demands/D1/matches"}


@pytest.mark.parametrize(("role", "theirs"), [("producer", CEILING), ("buyer", FLOOR)])
def test_a_member_does_not_read_the_other_sides_price(client: Make, role: str, theirs: int) -> None:
    found = client(role).get(ADDRESSES[role]).json["items"][0]

    assert str(theirs) not in json.dumps(found)
    assert found["components"] == {}
    assert not any("effect" in reason for reason in found["reasons"])


@pytest.mark.parametrize(("role", "own"), [("producer", FLOOR), ("buyer", CEILING)])
def test_a_member_reads_its_own_price(client: Make, role: str, own: int) -> None:
    assert str(own) in json.dumps(client(role).get(ADDRESSES[role]).json["items"][0])


@pytest.mark.parametrize("role", ["officer", "national_reader", "organizer"])
def test_who_works_on_the_board_reads_both_prices(client: Make, role: str) -> None:
    found = client(role).get(ADDRESSES["buyer"]).json["items"][0]

    assert str(CEILING) in json.dumps(found)
    assert str(FLOOR) in json.dumps(found)
    assert found["components"]


def test_after_the_introduction_and_not_before_both_sides_read_both_prices(
    client: Make, make_user: Make, session: Any
) -> None:
    match = client("officer").get(ADDRESSES["buyer"]).json["items"][0]["id"]
    client("administrator").post(f"/api/v1/matches/{match}/decision", json={"decision": "accept"})
    producer = client("producer")
    assert str(CEILING) not in json.dumps(producer.get(ADDRESSES["producer"]).json["items"][0])

    officer = make_user("officer", "letters@example.com")
    introducing.introduce("D1", [match], session.get(User, officer.id))
    found = producer.get(ADDRESSES["producer"]).json["items"][0]
    assert found["demand"] == "D1"
    assert str(CEILING) in json.dumps(found)


@pytest.mark.parametrize("role", ["officer", "national_reader", "organizer"])
def test_coordinates_stay_with_the_owner(client: Make, role: str) -> None:
    reader = client(role)

    for address in ("/api/v1/offers/O1", "/api/v1/demands/D1"):
        assert set(reader.get(address).json["record"]["place"]) == {"commune", "province"}
    assert reader.get("/api/v1/offers").json["items"][0]["record"]["place"].keys() == {"commune", "province"}
    assert client("producer").get("/api/v1/offers/O1").json["record"]["place"]["lat"] == 22.5246


def test_sending_back_what_was_shown_keeps_the_coordinates(client: Make) -> None:
    officer, owner = client("officer"), client("producer")
    shown = officer.get("/api/v1/offers/O1")

    officer.put(
        "/api/v1/offers/O1",
        json=shown.json["record"] | {"note": "gọi buổi sáng"},
        headers={"If-Match": shown.headers["ETag"]},
    )

    record = owner.get("/api/v1/offers/O1").json["record"]
    assert (record["note"], record["place"]["lat"]) == ("gọi buổi sáng", 22.5246)


def test_a_telephone_in_a_products_name_is_covered_before_the_introduction(
    make_user: Make, make_member: Make, make_offer: Make, make_demand: Make, api: Make
) -> None:
    admin = make_user("administrator")
    named = "Mận tam hoa, gọi 0912 345 678 hoặc htx@example.com"
    make_offer(admin, make_member("producer", id="P1"), product=named)
    make_demand(admin, make_member("buyer", id="B1"))
    buyer = api(make_user("buyer", "buyer1@example.com", organisation_id="B1"))

    found = json.dumps(buyer.get(ADDRESSES["buyer"]).json["items"], ensure_ascii=False)

    assert "Mận tam hoa" in found
    assert "345" not in found
    assert "htx@" not in found


@pytest.mark.parametrize("kept", ["giống 034", "loại 1, 28–35 quả/kg", "mã 893 123", "120.000 đ"])
def test_figures_that_are_no_telephone_stay(kept: str) -> None:
    assert shown.words(kept) == kept


def test_a_price_step_among_several_changes_is_shown_without_its_figures() -> None:
    price = {"code": "lower_price", "facts": {"from": FLOOR, "to": CEILING, "share": 0.1, "unit": "kg"}}
    step = {"code": "obtain_paper", "facts": {"paper": "ATTP"}, "also": [price]}

    assert shown._missing(step) == {**step, "also": [{"code": "lower_price", "facts": {"unit": "kg"}}]}
    assert shown._missing({**price, "also": [step | {"also": []}]})["facts"] == {"unit": "kg"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mận nhà ông giang a pao", "Mận nhà ông •••"),
        ("Mận của HTX Giàng A Páo, Bắc Hà", "Mận của •••, Bắc Hà"),
        ("Mận tam hoa", "Mận tam hoa"),
    ],
)
def test_a_known_name_is_covered_however_it_is_written(text: str, left: str) -> None:
    assert shown.covered(text, ["Giàng A Páo", "HTX Giàng A Páo"]) == left


@pytest.mark.parametrize(
    "contact",
    [
        "0912345678",
        "+84 912 345 678",
        "84912345678",
        "(0912) 345.678",
        "zalo.me/0912",
        "https://fb.com/x",
        "a@b.vn",
    ],
)
def test_a_contact_in_a_text_is_covered_however_it_is_written(contact: str) -> None:
    assert shown.words(f"mận, gọi {contact} nhé").replace(shown.COVERED, "") in (
        "mận, gọi  nhé",
        "mận, gọi ( nhé",
    )


@pytest.mark.parametrize(("role", "read"), [("producer", True), ("buyer", False), ("officer", True)])
def test_a_note_is_read_by_its_side_and_the_office_and_never_by_the_other_side(
    make_user: Make, make_member: Make, make_offer: Make, make_demand: Make, api: Make, role: str, read: bool
) -> None:
    admin = make_user("administrator")
    make_offer(admin, make_member("producer", id="P1"), note="hàng còn ít")
    make_demand(admin, make_member("buyer", id="B1"))
    members = {"producer": {"organisation_id": "P1"}, "buyer": {"organisation_id": "B1"}}
    address = ADDRESSES["producer" if role == "producer" else "buyer"]
    found = api(make_user(role, f"{role}1@example.com", **members.get(role, {}))).get(address).json

    assert ("hàng còn ít" in json.dumps(found, ensure_ascii=False)) is read


def test_what_speaks_for_a_match_comes_strongest_first_and_quotes_no_note() -> None:
    note = {"side": "offer", "words": "hàng còn ít"}
    told = [
        {"code": "volume_part", "effect": -0.1, "facts": {}},
        {"code": "route", "effect": 0.01, "facts": {"km": 80.0}},
        {"code": "season_all", "effect": 0.05, "facts": {"common": [6], "notes": [note]}},
    ]
    found = shown.in_favour(SimpleNamespace(evidence={"reasons": told}))  # type: ignore[arg-type]

    assert [(row["code"], row["facts"]) for row in found] == [
        ("season_all", {"common": [6]}),
        ("route", {"km": 80.0}),
    ]


def test_the_words_of_a_hidden_price_are_not_told_as_its_doubts() -> None:
    several = {"side": "offer", "field": "price", "code": "several", "facts": {"parts": [{"words": "20k"}]}}
    unit = {"side": "offer", "field": "unit", "code": "unit_missing", "facts": {}}
    reason = {
        "criterion": "price",
        "code": "price_under",
        "effect": 0.1,
        "facts": {"doubts": [several, unit]},
    }
    assert shown._reason(reason, frozenset({"price_low"}))["facts"] == {"doubts": [unit]}
    alone = {**reason, "facts": {"doubts": [several]}}
    assert shown._reason(alone, frozenset({"price_low"}))["facts"] == {}
