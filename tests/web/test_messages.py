"""A message pasted into a form is read into its fields, without a script, for the person to look at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import AuditEvent, Demand, Offer, User
from matchmaker.web import messages

Look = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]

MESSAGE = (
    "nhà em có 2-3 tấn mận tam hoa, giá 12-15k/kg tại vườn, ở Bắc Hà, Lào Cai, tháng 5 âm, "
    "có VietGAP chưa có OCOP"
)
READ = {"message": MESSAGE, "step": "read"}


def fields(page: Any) -> dict[str, str]:
    """What stands in the inputs and what is chosen or ticked."""
    found = {each["name"]: each.get("value", "") for each in page.all("input") if "name" in each}
    found |= {f"{each['name']}={each['value']}": "on" for each in page.all("input") if "checked" in each}
    return found


def test_a_message_fills_the_form_and_shows_where_each_value_came_from(
    producer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(producer), "/offers/new", data=READ)
    assert page.status == 200
    assert page.all("script") == []
    found = fields(page)
    assert (found["product"], found["quantity"], found["price_min"], found["price_max"]) == (
        *("mận tam hoa", "2000", "12000", "15000"),
    )
    assert {"months=6", "certificates=VIETGAP"} <= set(found)
    assert "certificates=OCOP" not in found
    assert "<mark>tháng 5 âm</mark>" in page.html
    assert "Tháng viết theo lịch âm, đã đổi sang dương." in page.text
    assert "Nói là chưa có: OCOP." in page.text


def test_another_reading_is_taken_by_a_button(producer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(producer)
    page = look(browser, "/offers/new", data=READ)
    others = [each["value"] for each in page.all("button", name="other")]
    assert {"quantity-0", "months-0"} <= set(others)
    typed = {
        "message": MESSAGE,
        "product": "mận hậu",
        "quantity": "2000",
        "unit": "kg",
        "other": "quantity-0",
    }
    found = fields(look(browser, "/offers/new", data=typed))
    assert (found["quantity"], found["product"]) == ("3000", "mận hậu")


def test_what_was_written_read_and_confirmed_are_kept_apart(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    typed = {
        "message": MESSAGE,
        "message_read": messages.digest(MESSAGE),
        "product": "mận tam hoa",
        "quantity": "2500",
        "unit": "kg",
        "months": ["6"],
        "place": "Bắc Hà, Lào Cai",
        "certificates": ["VIETGAP"],
        "invoice": "HDDT",
        "note": "gọi buổi tối",
    }
    page = look(browser, "/offers/new", data=typed, follow_redirects=True)
    assert page.status == 200
    with app.app_context():
        (offer,) = db.session.scalars(db.select(Offer))
        assert offer.raw == {
            "id": offer.id,
            "product": "mận tam hoa",
            "supply_text": MESSAGE,
            "invoice": "HDDT",
            "note": "gọi buổi tối",
        }
        assert offer.confirmed["quantity"] == 2500
        assert offer.parsed["quantity"] == 2500
        assert offer.parsed["price_min"] == 12_000  # read, though nobody confirmed it
        assert "price_min" not in offer.confirmed
        event = db.session.scalars(db.select(AuditEvent).filter_by(action="offer.confirmed")).one()
        assert (event.user_id, event.facts["quantity"]) == (producer.id, 2500)
    assert page.text.count("đã xác nhận") >= 4
    assert producer.name in page.text


def test_a_message_that_was_not_read_yet_is_read_before_it_is_sent(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(producer), "/offers/new", data={"message": MESSAGE, "supply_text": "bán sỉ"})
    assert fields(page)["quantity"] == "2000"
    assert "bán sỉ</textarea>" in page.html
    with app.app_context():
        assert db.session.scalars(db.select(Offer)).all() == []


def test_several_products_in_one_message_make_one_offer_and_a_warning(
    producer: User, sign_in: SignIn, look: Look
) -> None:
    text = "Em bán 500kg cam sành và 2 tạ bưởi da xanh, quanh năm, nao ca"
    page = look(sign_in(producer), "/offers/new", data={"message": text, "step": "read"})
    assert fields(page)["product"] == "cam sành"
    assert "còn bưởi da xanh thì gửi thêm phiếu khác" in page.text


def test_a_message_that_says_nothing_says_so(producer: User, sign_in: SignIn, look: Look) -> None:
    page = look(sign_in(producer), "/offers/new", data={"message": "chào anh chị", "step": "read"})
    assert "Máy chưa đọc được" in page.text
    assert fields(page)["quantity"] == ""


def test_a_mail_in_english_becomes_a_demand(app: Flask, buyer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(buyer)
    text = "We need 2 tonnes of dried ginger per month from June to August, max 120,000 VND/kg, ATTP needed."
    page = look(browser, "/demands/new", data={"message": text, "step": "read"})
    found = fields(page)
    assert (found["product"], found["quantity"], found["price_max"]) == ("dried ginger", "2000", "120000")
    assert "required_certificates=ATTP" in found
    typed = {
        "product": "dried ginger",
        "quantity": "2000",
        "unit": "kg",
        "per": "month",
        "payment_days": "30",
    }
    sent = {**typed, "message": text, "message_read": messages.digest(text)}
    assert look(browser, "/demands/new", data=sent).status == 302
    with app.app_context():
        (demand,) = db.session.scalars(db.select(Demand))
        assert demand.raw["demand_text"] == text
        assert demand.raw["payment_days"] == 30
        assert demand.confirmed["quantity"] == 2000
        assert demand.parsed["months"] == [6, 7, 8]


def test_an_officer_pastes_for_a_member(
    app: Flask, officer: User, producer: User, sign_in: SignIn, look: Look
) -> None:
    sent = {
        "message": MESSAGE,
        "message_read": messages.digest(MESSAGE),
        "product": "mận tam hoa",
        "organisation": producer.organisation_id,
    }
    assert look(sign_in(officer), "/offers/new", data=sent).status == 302
    with app.app_context():
        (offer,) = db.session.scalars(db.select(Offer))
        assert (offer.organisation_id, offer.posted_by) == (producer.organisation_id, officer.id)


def test_a_field_emptied_by_hand_stays_empty_whatever_the_message_says(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    page = look(browser, "/offers/new", data=READ)
    found = fields(page)
    sent = {
        "message": MESSAGE,
        "message_read": found["message_read"],
        "product": "mận tam hoa",
        "quantity": "",
        "price_min": "12000",
        "price_unit": "kg",
        "place": "Bắc Hà, Lào Cai",
    }
    look(browser, "/offers/new", data=sent, follow_redirects=True)
    with app.app_context():
        offer = db.session.scalars(db.select(Offer)).one()
        name, version = offer.id, offer.version
        assert offer.parsed["quantity"] is None
        assert offer.parsed["months"] == []
        assert offer.parsed["price_min"] == 12_000
        assert offer.parsed["place"]["province"] == "Lào Cai"
        assert not {doubt["field"] for doubt in offer.doubts} & {"quantity", "months"}
        assert offer.confirmed["not_said"] == ["months", "quantity"]
    told = {"version": str(version), "product": "mận tam hoa", "quantity": "3", "unit": "tấn", "place": ""}
    page = look(browser, f"/offers/{name}", data=told, follow_redirects=True)
    assert "Đã ghi nhận những điều bạn xác nhận." in page.text
    with app.app_context():
        offer = db.session.get_one(Offer, name)
        assert (offer.parsed["quantity"], offer.parsed["unit"]) == (3, "tấn")  # said now
        assert offer.parsed["place"]["province"] == ""  # emptied now
        assert offer.confirmed["not_said"] == ["months", "place"]
