"""A person looks at what was understood of an offer or a demand, confirms, corrects or takes it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer, User
from matchmaker.queries.holdings import Purpose
from matchmaker.services import holdings
from tests.conftest import TODAY, reload

Look = Callable[..., Any]
Make = Callable[..., str]
SignIn = Callable[[User], FlaskClient]

WORDS = {"product": "Mận tam hoa", "supply_text": "2-3 tấn mỗi tháng, 18-22k/kg", "place": "Bắc Hà, Lào Cai"}


def stored(app: Flask, model: type[Any], record_id: str) -> Any:
    with app.app_context():
        return db.session.get(model, record_id)


@pytest.fixture
def offer_id(producer: User, make_offer: Make) -> str:
    """The producer's own offer, in words, its amount a range."""
    return make_offer(producer, quantity=None, unit=None, per=None, supply_text=WORDS["supply_text"])


def fields(page: Any) -> dict[str, Any]:
    """What a browser would send of the correcting form, nothing changed."""
    sent: dict[str, Any] = {
        attrs["name"]: attrs["value"]
        for attrs in page.all("input")
        if attrs.get("type") in ("text", "hidden") and attrs["name"] not in ("language", "back")
    }
    for attrs in page.all("input", type="checkbox"):
        if "checked" in attrs:
            sent.setdefault(attrs["name"], []).append(attrs["value"])
    return sent


def test_posting_leads_to_what_was_understood(producer: User, sign_in: SignIn, look: Look) -> None:
    page = look(sign_in(producer), "/offers/new", data=WORDS, follow_redirects=True)
    assert page.heading == "Mận tam hoa"
    assert "2 tấn mỗi tháng" in page.text
    assert WORDS["supply_text"] in page.text
    assert "từ 2 tấn đến 3 tấn; đang lấy số nhỏ" in page.text
    assert page.all("button", value="confirm")


def test_a_sentence_in_the_products_place_is_read_too(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    data = {"product": "Nhà em có 2 tấn mận hậu, 25k/kg"}
    page = look(sign_in(producer), "/offers/new", data=data, follow_redirects=True)
    assert "2 tấn" in page.text
    assert "25.000 đ/kg" in page.text
    with app.app_context():
        offer = db.session.scalars(db.select(Offer)).one()
        assert offer.raw["supply_text"] == data["product"]


def test_a_name_without_an_amount_stays_a_name(app: Flask, producer: User, sign_in: SignIn) -> None:
    sign_in(producer).post("/offers/new", data={"product": "Mật ong OCOP 4 sao"})
    with app.app_context():
        assert "supply_text" not in db.session.scalars(db.select(Offer)).one().raw


def test_confirming_settles_the_doubts_and_keeps_the_words(
    app: Flask, offer_id: str, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    assert stored(app, Offer, offer_id).doubts
    page = look(
        browser, f"/offers/{offer_id}", data={"step": "confirm", "version": "1"}, follow_redirects=True
    )
    assert "Đã ghi nhận những điều bạn xác nhận." in page.text
    assert "đã xác nhận" in page.text
    offer = stored(app, Offer, offer_id)
    assert offer.doubts == []
    assert (offer.parsed["quantity"], offer.parsed["per"]) == (2000, "month")
    assert offer.raw["supply_text"] == WORDS["supply_text"]
    assert {(p["code"], p["expires"]) for p in offer.parsed["certificates"]} == {
        ("ATTP", "2028-12-31"),
        ("VIETGAP", "2028-12-31"),
    }


def test_a_correction_stands_above_what_was_read(
    app: Flask, offer_id: str, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    sent = fields(look(browser, f"/offers/{offer_id}"))
    sent |= {"quantity": "3,5", "unit": "tấn", "per": "month", "price_unit": "kg", "price_basis": "farm_gate"}
    sent |= {"months": ["8", "9"], "certificates": ["ATTP"], "place": "Mộc Châu, Sơn La"}
    assert look(browser, f"/offers/{offer_id}", data=sent).status == 302
    offer = stored(app, Offer, offer_id)
    assert (offer.parsed["quantity"], offer.parsed["unit"]) == (3.5, "tấn")
    assert offer.parsed["months"] == [8, 9]
    assert offer.parsed["place"]["province"] == "Sơn La"
    assert [(paper["code"], paper["expires"]) for paper in offer.parsed["certificates"]] == [
        ("ATTP", "2028-12-31")
    ]


def test_a_wrong_correction_comes_back_with_its_message(
    app: Flask, offer_id: str, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    sent = fields(look(browser, f"/offers/{offer_id}")) | {"quantity": "nhiều"}
    page = look(browser, f"/offers/{offer_id}", data=sent)
    assert page.status == 422
    assert page.all("a", href="#quantity")
    assert stored(app, Offer, offer_id).confirmed == {}


@pytest.mark.parametrize("version", ["0", "", "abc", "9" * 30])
def test_a_correction_of_a_page_no_longer_true_changes_nothing(
    app: Flask, offer_id: str, producer: User, sign_in: SignIn, look: Look, version: str
) -> None:
    data = {"step": "confirm", "version": version}
    page = look(sign_in(producer), f"/offers/{offer_id}", data=data, follow_redirects=True)
    assert "Người khác vừa sửa bản này" in page.text
    assert stored(app, Offer, offer_id).confirmed == {}


def test_an_offer_is_withdrawn_after_a_question(
    app: Flask, offer_id: str, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    assert page_asks(look(browser, f"/offers/{offer_id}/withdraw"))
    assert stored(app, Offer, offer_id).status == "open"
    page = look(browser, f"/offers/{offer_id}/withdraw", data={"version": "1"}, follow_redirects=True)
    assert "Đã rút chào bán." in page.text
    assert stored(app, Offer, offer_id).status == "closed"
    assert look(browser, f"/offers/{offer_id}").all("button", value="confirm") == []


def page_asks(page: Any) -> bool:
    return page.status == 200 and bool(page.all("input", name="version"))


def test_nobody_else_opens_an_offers_page(
    offer_id: str, officer: User, make_user: Callable[..., User], make_member: Make, sign_in: SignIn
) -> None:
    stranger = make_user("producer", "la@example.com", organisation_id=make_member("producer"))
    reader = make_user("national_reader")
    assert sign_in(officer).get(f"/offers/{offer_id}").status_code == 200
    assert sign_in(stranger).get(f"/offers/{offer_id}").status_code == 404
    assert sign_in(reader).get(f"/offers/{offer_id}").status_code == 403


def test_a_buyer_corrects_and_closes_a_demand(
    app: Flask, buyer: User, make_demand: Make, sign_in: SignIn, look: Look
) -> None:
    demand_id = make_demand(buyer)
    browser = sign_in(buyer)
    assert look(browser, f"/demands/{demand_id}").all("a", href=f"/demands/{demand_id}/edit")
    sent = fields(look(browser, f"/demands/{demand_id}/edit"))
    sent |= {"quantity": "5", "unit": "tấn", "per": "week", "price_unit": "kg", "price_basis": "delivered"}
    assert look(browser, f"/demands/{demand_id}/edit", data=sent).status == 302
    demand = stored(app, Demand, demand_id)
    assert (demand.parsed["quantity"], demand.parsed["place"]["commune"]) == (5, "Tiên Du")
    look(browser, f"/demands/{demand_id}/close", data={"version": str(demand.version)})
    assert stored(app, Demand, demand_id).status == "closed"


def test_a_withdrawn_offer_has_no_rank_and_no_decision(
    app: Flask, officer: User, make_offer: Make, make_demand: Make, sign_in: SignIn, look: Look
) -> None:
    offer = make_offer(officer)
    demand = make_demand(officer)
    browser = sign_in(officer)
    with app.app_context():
        match = db.session.scalars(db.select(Match.id)).one()
    browser.post(f"/board/matches/{match}/decision", data={"decision": "accept"})
    browser.post(f"/offers/{offer}/withdraw", data={"version": "1"})
    page = look(browser, f"/board/demands/{demand}")
    assert "đã rút" in page.text
    assert "Hạng 1" not in page.text
    assert page.all("button", name="decision") == []


def test_a_producer_reads_how_much_of_its_offer_is_kept_and_never_for_whom(
    app: Flask,
    producer: User,
    officer: User,
    make_offer: Make,
    make_demand: Make,
    sign_in: SignIn,
    look: Look,
) -> None:
    make_offer(producer)
    make_demand(officer)
    with app.app_context():
        match = db.session.scalars(select(Match)).one()
        purpose = Purpose(match_id=match.id)
        holdings.hold({"O1": {6: 5_000}}, purpose, TODAY + timedelta(days=3), reload(officer))
    page = look(sign_in(producer), "/offers/O1")
    assert "tháng 6: 5 tấn đang giữ" in page.text
    assert "Siêu thị A" not in page.text
    with app.app_context():
        holdings.promise(purpose, reload(officer))
    assert "tháng 6: 5 tấn đã cam kết" in look(sign_in(producer), "/offers/O1").text


def test_a_record_says_who_entered_it_on_behalf_of_its_member(
    producer: User, officer: User, make_offer: Make, sign_in: SignIn, look: Look
) -> None:
    make_offer(officer, producer.organisation_id)
    make_offer(producer, id="O2")
    browser = sign_in(producer)
    assert "nhập thay" in look(browser, "/offers/O1").text
    assert "nhập thay" not in look(browser, "/offers/O2").text
