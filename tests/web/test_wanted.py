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


@pytest.fixture
def market(officer: User, producer: User, make_offer: Make, make_demand: Make) -> None:
    """The producer's plums fit two demands, and lack a paper for a third."""
    make_offer(producer)
    make_demand(officer, id="D1", buyer="Siêu thị Kín (mẫu)")
    make_demand(officer, id="D2", buyer="Bếp ăn Kín (mẫu)", product="Mận 0912 345 678", quantity=200)
    make_demand(officer, id="D3", buyer="Chuỗi Kín (mẫu)", required_certificates=["ATTP", "GLOBALGAP"])


def test_a_producer_sees_the_best_demands_without_names_prices_or_telephones(
    app: Flask, market: None, producer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(producer), "/offers/O1/demands")
    assert page.heading == "Nơi cần hàng: Mận tam hoa Bắc Hà"
    assert "2 nhu cầu phù hợp" in page.text
    assert page.text.index("Hạng 1") < page.text.index("Hạng 2") < page.text.index("Gần đạt")
    assert "Kín" not in page.text
    assert "0912" not in page.text
    assert "40.000" not in page.text
    assert "Giá cao nhất" not in page.text
    assert not any("/board/" in a.get("href", "") for a in page.all("a"))
    assert "GlobalG.A.P." in page.text


def test_demands_come_in_the_order_of_their_scores(
    app: Flask, market: None, producer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(producer), "/offers/O1/demands")
    shown = [
        int(li["id"].removeprefix("match-")) for li in page.all("li") if li.get("id", "").startswith("match-")
    ]
    with app.app_context():
        best = db.select(Match.id).order_by(Match.eligible.desc(), Match.score.desc(), Match.demand_id)
        assert shown == list(db.session.scalars(best))
    assert len(shown) == 3


def test_after_the_introduction_the_buyer_has_a_name_and_a_price(
    app: Flask, market: None, officer: User, producer: User, sign_in: SignIn, look: Look
) -> None:
    with app.app_context():
        match = db.session.scalars(db.select(Match.id).where(Match.demand_id == "D1")).one()
        actor = db.session.get(User, officer.id)
        decisions.decide(match, "accept", "", "", actor)
        assert "Siêu thị Kín (mẫu)" not in look(sign_in(producer), "/offers/O1/demands").text
        introducing.introduce("D1", [match], actor)
    page = look(sign_in(producer), "/offers/O1/demands")
    assert "Siêu thị Kín (mẫu)" in page.text
    assert "40.000 đ/kg" in page.text
    assert "Bếp ăn Kín" not in page.text


def test_an_officer_sees_names_and_the_way_to_the_whole_account(
    market: None, officer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(officer), "/offers/O1/demands")
    assert "Bếp ăn Kín (mẫu)" in page.text
    assert any(a.get("href", "").startswith("/board/matches/") for a in page.all("a"))


def test_another_producer_sees_nothing_of_it(
    market: None, make_user: Make, make_member: Make, sign_in: SignIn
) -> None:
    other = make_user("producer", "khac@example.com", organisation_id=make_member("producer", name="Khác"))
    assert sign_in(other).get("/offers/O1/demands").status_code == 404


def test_a_rejected_pair_is_no_longer_shown(
    app: Flask, market: None, officer: User, producer: User, sign_in: SignIn, look: Look
) -> None:
    with app.app_context():
        match = db.session.scalars(db.select(Match.id).where(Match.demand_id == "D1")).one()
        decisions.decide(match, "reject", "price", "", db.session.get(User, officer.id))
    assert "1 nhu cầu phù hợp" in look(sign_in(producer), "/offers/O1/demands").text


def test_an_offer_that_nobody_wants_says_so(
    producer: User, make_offer: Make, sign_in: SignIn, look: Look
) -> None:
    make_offer(producer)
    browser = sign_in(producer)
    assert "Chưa có nhu cầu nào cho sản phẩm này." in look(browser, "/offers/O1/demands").text
    assert look(browser, "/offers/").all("a", href="/offers/O1/demands")
