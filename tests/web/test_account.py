from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from tests.conftest import PASSWORD

Look = Callable[..., Any]
SignIn = Callable[..., FlaskClient]
Make = Callable[..., Any]
NEW = "một câu khác dễ nhớ"


def test_a_password_is_changed_by_who_knows_the_present_one(
    app: Flask, producer: User, sign_in: SignIn, look: Look
) -> None:
    browser, elsewhere = sign_in(producer), sign_in(producer)
    wrong = look(browser, "/account/password", data={"present": "x", "password": NEW, "again": NEW})
    assert (wrong.status, "Mật khẩu hiện nay không đúng." in wrong.text) == (422, True)

    typed = {"present": PASSWORD, "password": NEW, "again": NEW}
    assert browser.post("/account/password", data=typed).location == "/account/"
    assert browser.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    signing = {"email": producer.email, "password": NEW}
    assert app.test_client().post("/sign-in", data=signing).status_code == 302


def test_a_member_sees_who_opened_its_telephone_and_what_was_done_for_it(
    app: Flask,
    officer: User,
    make_user: Make,
    make_member: Make,
    make_offer: Make,
    sign_in: SignIn,
    look: Look,
) -> None:
    member = make_member("producer", province="Lào Cai", contact="Pao", phone="0912345678")
    user = make_user("producer", organisation_id=member)
    make_offer(officer, member, price_basis="")
    sign_in(officer).get("/questions/calls")

    page = look(sign_in(user), "/account/")
    assert "gọi hỏi thêm về hồ sơ" in page.text
    assert "nhập chào bán: Mận tam hoa Bắc Hà" in page.text
    assert officer.email in page.text or officer.name in page.text
    assert "offer." not in page.text  # each act has its words


def test_the_consent_is_taken_back_by_the_member_itself(
    app: Flask, officer: User, producer: User, make_offer: Make, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(producer)
    assert "không lấy lại được" in look(browser, "/account/withdraw").text

    assert browser.post("/account/withdraw").location == "/sign-in"
    assert browser.get("/account/").status_code == 302
    signing = {"email": producer.email, "password": PASSWORD}
    assert app.test_client().post("/sign-in", data=signing).status_code == 200


def test_an_officer_has_no_consent_of_an_organisation_to_take_back(
    officer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)

    assert browser.post("/account/withdraw").location == "/account/"
    assert browser.get("/account/").status_code == 200
