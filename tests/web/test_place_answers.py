"""A place is picked once: the same text is answered next time, until that is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import Offer, User
from matchmaker.web.placing import ELSEWHERE, options

Look = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]

SEVERAL = "Tân Lập"


def picked(app: Flask, browser: FlaskClient, look: Look, choice: str = "") -> str:
    """Post an offer with the first of the places that the text may mean; gives that place's value."""
    if not choice:
        with app.test_request_context():
            choice = options(SEVERAL)[0].value
    data = {"product": "Mận", "place": SEVERAL, "place_asked": SEVERAL, "place_choice": choice}
    assert look(browser, "/offers/new", data=data).status == 302
    return choice


def again(browser: FlaskClient, look: Look) -> Any:
    data = {"product": "Chè", "place": SEVERAL, "place_asked": ""}
    return look(browser, "/offers/new", data=data, follow_redirects=True)


def test_the_same_text_is_answered_by_the_choice_before_with_its_reason(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    commune, _, province = picked(app, browser, look).partition("|")
    page = again(browser, look)
    assert page.status == 200
    assert "đã chọn ngày" in page.text
    with app.app_context():
        offer = db.session.scalars(db.select(Offer).where(Offer.product == "Chè")).one()
        assert offer.raw["place"] == {"commune": commune, "province": province}
        assert [doubt for doubt in offer.doubts if doubt["field"] == "place"] == []


def test_a_choice_taken_back_is_asked_about_again(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    picked(app, browser, look)
    page = look(browser, "/place-answers/")
    assert SEVERAL in page.text
    action = next(form["action"] for form in page.all("form") if form["action"].endswith("/withdraw"))
    page = look(browser, action, data={}, follow_redirects=True)
    assert "lại được hỏi" in page.text
    page = again(browser, look)
    assert page.status == 422
    assert page.all("input", name="place_choice")


def test_saying_that_none_fits_is_no_answer_for_the_next_time(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    picked(app, browser, look, ELSEWHERE)
    assert again(browser, look).status == 422


def test_the_choice_of_one_member_is_not_used_for_another(
    app: Flask,
    producer: User,
    make_user: Callable[..., User],
    make_member: Callable[..., str],
    sign_in: SignIn,
    look: Look,
) -> None:
    picked(app, sign_in(producer), look)
    member = make_member("producer", name="HTX Khác", province="Sơn La")
    other = make_user("producer", email="khac@example.com", organisation_id=member)
    assert again(sign_in(other), look).status == 422
