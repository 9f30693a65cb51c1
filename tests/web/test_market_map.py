from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import Match, User
from matchmaker.services import decisions, introducing

Look = Callable[..., Any]
Make = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]
# A house far from the middle of its commune, so that its own position would be seen.
HOUSE = {"commune": "Bắc Hà", "province": "Lào Cai", "lat": 22.4871, "lon": 104.3692}


@pytest.fixture
def trade(officer: User, make_member: Make, make_offer: Make, make_demand: Make) -> dict[str, str]:
    """An offer from a house in Bắc Hà and a demand in Tiên Du, of members, matched."""
    producer, buyer = make_member("producer", name="HTX Mẫu"), make_member("buyer", name="Siêu thị Mẫu")
    make_offer(officer, producer, producer="HTX Mẫu", product="Mận tam hoa, gọi 0987 654 321", place=HOUSE)
    make_demand(officer, buyer, buyer="Siêu thị Mẫu")
    return {"producer": producer, "buyer": buyer}


@pytest.fixture
def buyer(make_user: Make, trade: dict[str, str], sign_in: SignIn) -> FlaskClient:
    return sign_in(make_user("buyer", organisation_id=trade["buyer"]))


def points(browser: FlaskClient, query: str = "") -> Any:
    return browser.get(f"/map/points.json{query}").json


@pytest.mark.usefixtures("trade")
def test_the_table_says_what_the_map_shows(officer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(officer)
    page = look(browser, "/map/")
    for words in ("Bắc Hà", "Lào Cai", "HTX Mẫu", "Tiên Du", "Siêu thị Mẫu", "Phà và tàu chở hàng"):
        assert words in page.text
    assert {(spot["side"], spot["name"]) for spot in points(browser)["spots"]} == {
        ("offer", "Bắc Hà, Lào Cai"),
        ("demand", "Tiên Du, Bắc Ninh"),
    }


@pytest.mark.usefixtures("trade")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=man+tam", {"offer", "demand"}),
        ("?q=vải", set()),
        ("?side=offer", {"offer"}),
        ("?side=demand&month=7", {"demand"}),
        ("?month=12", set()),
        ("?month=x&side=y", {"offer", "demand"}),
    ],
)
def test_it_is_filtered_by_goods_side_and_month(
    query: str, found: set[str], officer: User, sign_in: SignIn
) -> None:
    assert {spot["side"] for spot in points(sign_in(officer), query)["spots"]} == found


@pytest.mark.usefixtures("trade")
def test_nobody_is_placed_more_exactly_than_in_the_commune(
    officer: User, buyer: FlaskClient, sign_in: SignIn
) -> None:
    for browser in (sign_in(officer), buyer):
        for path in ("/map/points.json?demand=D1", "/map/?demand=D1"):
            text = browser.get(path).text
            assert "22.487" not in text
            assert "104.369" not in text


def test_a_buyer_reads_commune_and_goods_and_the_name_only_once_introduced(
    app: Flask, officer: User, buyer: FlaskClient, look: Look
) -> None:
    page = look(buyer, "/map/")
    assert "Bắc Hà" in page.text
    told = page.text + buyer.get("/map/points.json?demand=D1").text
    assert "HTX Mẫu" not in told
    assert "0987" not in told
    assert "Siêu thị Mẫu" in page.text
    with app.app_context():
        match = db.session.scalars(db.select(Match)).one()
        actor = db.session.get(User, officer.id)
        decisions.decide(match.id, "accept", "", "", actor)
        introducing.introduce(match.demand_id, [match.id], actor)
    assert "HTX Mẫu" in look(buyer, "/map/").text


@pytest.mark.usefixtures("trade")
def test_a_stranger_sees_nothing_of_the_trade(make_user: Make, make_member: Make, sign_in: SignIn) -> None:
    other = sign_in(make_user("buyer", "b2@example.com", organisation_id=make_member("buyer", name="Khác")))
    far = sign_in(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    for browser in (other, far):
        told = points(browser, "?demand=D1")
        assert (told["spots"], told["ways"]) == ([], [])


@pytest.mark.usefixtures("trade")
def test_a_chosen_demand_shows_the_ways_of_its_supply(officer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(officer)
    (way,) = points(browser, "?demand=D1")["ways"]
    assert "Bắc Hà, Lào Cai → Tiên Du, Bắc Ninh: " in way["name"]
    assert len(way["parts"][0]["path"]) > 3
    page = look(browser, "/map/?demand=D1")
    assert "Đường tới nơi nhận" in page.text
    assert "cước chưa hiệu chỉnh" in page.text
    assert points(browser, "?demand=D9")["ways"] == []


def test_the_archipelagos_are_on_the_map_by_their_names(officer: User, sign_in: SignIn) -> None:
    ground = sign_in(officer).get("/map/outlines.json").json
    names = {each["vi"] for each in ground["islands"]}
    assert {"Quần đảo Hoàng Sa", "Quần đảo Trường Sa"} <= names
    assert len(ground["outline"]) == 34
