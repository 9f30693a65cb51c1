from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import User
from matchmaker.services.transaction import transaction

Make = Callable[..., Any]
SECRET = "mot-mat-khau-dai"


def attempt(client: FlaskClient, email: str, password: str, **more: str) -> Any:
    return client.post("/sign-in", data={"email": email, "password": password, **more})


def test_the_right_password_opens_the_first_page(client: FlaskClient, make_user: Make) -> None:
    make_user()

    answer = attempt(client, "officer@example.com", SECRET)

    assert answer.status_code == 302
    assert client.get("/board/").status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [("officer@example.com", "sai-mat-khau"), ("nobody@example.com", SECRET), ("", ""), ("'--", "x")],
)
def test_anything_else_is_refused_in_the_same_words(
    client: FlaskClient, make_user: Make, email: str, password: str
) -> None:
    make_user()

    answer = attempt(client, email, password)

    assert answer.status_code == 200
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer.text
    assert client.get("/board/").status_code == 302


def test_a_closed_account_cannot_sign_in(app: Flask, client: FlaskClient, make_user: Make) -> None:
    user = make_user()
    with app.app_context(), transaction():
        db.session.get(User, user.id).active = False

    attempt(client, "officer@example.com", SECRET)

    assert client.get("/board/").status_code == 302


def test_too_many_attempts_have_to_wait(client: FlaskClient, make_user: Make) -> None:
    make_user()
    for _ in range(10):
        attempt(client, "officer@example.com", "sai")

    answer = attempt(client, "officer@example.com", SECRET)

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "60"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/%09/evil.example",
    ],
)
def test_signing_in_leads_nowhere_else(client: FlaskClient, make_user: Make, target: str) -> None:
    make_user()

    answer = client.post(
        "/sign-in",
        query_string={"next": target},
        data={"email": "officer@example.com", "password": SECRET, "next": target},
    )

    location = answer.headers["Location"]
    assert answer.status_code == 302
    assert client.get("/board/").status_code == 200
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\", "/\t"))


def test_signing_out_needs_a_form_and_ends_the_session(make_user: Make, sign_in: Make) -> None:
    browser = sign_in(make_user())

    assert browser.get("/sign-out").status_code == 405
    browser.post("/sign-out")

    assert browser.get("/board/").status_code == 302


def test_a_copied_session_ends_with_the_one_signed_out(
    app: Flask, make_user: Make, sign_in: Make, api: Make
) -> None:
    user = make_user()
    browser, script = sign_in(user), api(user)
    copy = app.test_client()
    copy.set_cookie("matchmaker", browser.get_cookie("matchmaker").value)
    assert copy.get("/board/").status_code == 200

    browser.post("/sign-out")

    assert copy.get("/board/").status_code == 302
    assert script.get("/api/v1/demands").status_code == 200
    assert sign_in(user).get("/board/").status_code == 200


def test_signing_out_without_a_session_is_no_failure(client: FlaskClient) -> None:
    assert client.post("/sign-out").status_code == 302


def test_a_form_without_its_token_is_refused(
    session_app: Flask, tmp_path: Path, make_app: Make, database_url: str
) -> None:
    guarded = make_app(database_url, tmp_path)
    guarded.config["WTF_CSRF_ENABLED"] = True

    answer = guarded.test_client().post("/language", data={"language": "en"})
    with guarded.app_context():
        db.engine.dispose()  # an open connection would be told by whichever test the collector runs in

    assert answer.status_code == 400
