from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from matchmaker.extensions import db
from matchmaker.models import Registration, User

Look = Callable[..., Any]
FORM = {
    "name": "HTX Man Bac Ha (mau)",
    "person": "Giang A Pao",
    "phone": "0912 345 678",
    "province": "Lào Cai",
    "goods": "man tam hoa",
    "consent": "1",
}


def waiting(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Registration)) or 0


def test_a_stranger_registers_and_follows_the_registration(
    app: Flask, client: FlaskClient, look: Look
) -> None:
    sent = client.post("/join/producer", data=FORM)
    page = look(client, sent.location)

    assert "Mới tiếp nhận" in page.text
    assert "Giang" not in page.text
    assert "0912" not in page.text
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert waiting(app) == 1


def test_without_consent_nothing_is_kept(app: Flask, client: FlaskClient, look: Look) -> None:
    page = look(client, "/join/producer", data={**FORM, "consent": ""})

    assert page.status == 422
    assert page.all("a", href="#consent")
    assert page.all("input", name="name")[0]["value"] == FORM["name"]
    assert waiting(app) == 0


def test_a_wrong_telephone_is_told_at_its_field(client: FlaskClient, look: Look) -> None:
    page = look(client, "/join/buyer", data={**FORM, "phone": "12345"})

    assert "Số điện thoại gồm 10 chữ số" in page.text


def test_a_machine_that_fills_in_what_no_person_sees_leaves_nothing(app: Flask, client: FlaskClient) -> None:
    assert client.post("/join/producer", data={**FORM, "website": "http://x.example"}).status_code == 302
    assert waiting(app) == 0


def test_one_address_cannot_flood_the_officers(app: Flask, client: FlaskClient) -> None:
    codes = [
        client.post("/join/producer", data={**FORM, "phone": f"09123456{n:02}"}).status_code for n in range(9)
    ]

    assert codes == [302] * 6 + [429] * 3
    assert waiting(app) == 6


def test_the_form_needs_no_script_and_no_picture_puzzle(client: FlaskClient, look: Look) -> None:
    page = look(client, "/join/producer")

    assert page.all("script") == []
    assert len(page.html) < 30_000
    assert "Ai xem được, khi nào" in page.text


def test_the_consent_stands_in_three_lines_with_the_whole_text_one_tap_away(
    client: FlaskClient, officer: User, sign_in: Callable[..., FlaskClient], look: Look
) -> None:
    named = {"class": "govuk-details govuk-!-margin-bottom-3"}
    page = look(client, "/join/producer")
    (whole,) = page.all("details", **named)
    assert "open" not in whole
    assert "Rút lại lúc nào cũng được; khi đó tên người và số điện thoại bị xóa." in page.text

    (read_aloud,) = look(sign_in(officer), "/join/buyer").all("details", **named)
    assert "open" in read_aloud


def test_an_officer_who_registers_somebody_is_named(
    app: Flask, officer: User, sign_in: Callable[..., FlaskClient], look: Look
) -> None:
    browser = sign_in(officer)
    assert "Nhập thay" in look(browser, "/join/producer").text
    browser.post("/join/producer", data=FORM)

    with app.app_context():
        assert db.session.scalar(select(Registration.entered_by)) == officer.id
    assert "nhập thay" in look(browser, "/registrations/1").text


@pytest.mark.parametrize("path", ["/join/consent/1999-01", "/join/department", "/join/followed/1/x"])
def test_what_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_each_version_of_the_consent_stays_readable_in_both_languages(
    client: FlaskClient, look: Look
) -> None:
    assert "Rút lại đồng ý" in look(client, "/join/consent/2026-11").text
    client.set_cookie("language", "en")
    assert "Taking the consent back" in look(client, "/join/consent/2026-11").text


def test_a_commune_of_several_meanings_is_asked_about_and_the_choice_is_kept(
    app: Flask, client: FlaskClient, look: Look
) -> None:
    several = FORM | {"commune": "Tân An"}
    page = look(client, "/join/producer", data=several)
    assert page.status == 422
    assert {"Nghĩa Lộ|Lào Cai", "Bảo Hà|Lào Cai"} <= {
        radio["value"] for radio in page.all("input", name="place_choice")
    }
    assert waiting(app) == 0

    asked = page.all("input", name="place_asked")[0]["value"]
    client.post("/join/producer", data=several | {"place_asked": asked, "place_choice": "Nghĩa Lộ|Lào Cai"})
    with app.app_context():
        row = db.session.scalars(select(Registration)).one()
        assert (row.commune, row.province) == ("Nghĩa Lộ", "Lào Cai")


@pytest.mark.parametrize("choice", ["elsewhere", "Xã Lạ|Lào Cai", ""])
def test_who_finds_no_fitting_commune_is_let_through_as_written_and_a_made_up_one_is_not(
    app: Flask, client: FlaskClient, choice: str
) -> None:
    answered = FORM | {"commune": "Tân An", "place_asked": "Tân An, Lào Cai", "place_choice": choice}
    sent = client.post("/join/producer", data=answered)
    assert sent.status_code == (302 if choice == "elsewhere" else 422)
    with app.app_context():
        assert [row.commune for row in db.session.scalars(select(Registration))] == (
            ["Tân An"] if choice == "elsewhere" else []
        )


@pytest.mark.parametrize("commune", ["Cốc Lầu", "Nậm Lúc", "", "Qwzxk"])
def test_a_clear_commune_or_an_unknown_one_is_not_asked_about(
    app: Flask, client: FlaskClient, commune: str
) -> None:
    assert client.post("/join/producer", data=FORM | {"commune": commune}).status_code == 302
    assert waiting(app) == 1
