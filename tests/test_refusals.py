from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.wording.errors import SENTENCES

Make = Callable[..., Any]


@pytest.fixture
def failing(session_app: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A client of an application whose first page and whose list of offers fail unforeseen."""

    def fail() -> None:
        raise ArithmeticError("secret inner thing")

    monkeypatch.setitem(session_app.view_functions, "public.home", fail)
    monkeypatch.setitem(session_app.view_functions, "api_page.page", fail)
    monkeypatch.setitem(session_app.config, "PROPAGATE_EXCEPTIONS", False)
    return session_app.test_client()


def test_no_traceback_reaches_a_reader(failing: FlaskClient) -> None:
    page, problem = failing.get("/"), failing.get("/api/v1/docs")

    assert (page.status_code, problem.status_code) == (500, 500)
    assert problem.json["code"] == "internal"
    for answer in (page, problem):
        assert "secret inner thing" not in answer.text
        assert "Traceback" not in answer.text


def test_an_unknown_address_is_answered_in_kind(client: FlaskClient) -> None:
    assert client.get("/khong-co").content_type.startswith("text/html")
    problem = client.get("/api/v1/khong-co")

    assert problem.content_type == "application/problem+json"
    assert (problem.json["status"], problem.json["code"]) == (404, "not_found")
    assert problem.json["title_vi"] == SENTENCES["not_found"][0]


def test_somebody_not_signed_in_is_led_to_sign_in_and_back(client: FlaskClient) -> None:
    answer = client.get("/board/")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in?next=")


def test_a_body_that_is_too_large_is_refused(client: FlaskClient, make_user: Make, api: Make) -> None:
    answer = api(make_user()).post("/api/v1/offers", data=b"x" * 2_100_000, content_type="application/json")

    assert (answer.status_code, answer.json["code"]) == (413, "too_big")


def test_another_media_type_is_refused(make_user: Make, api: Make) -> None:
    answer = api(make_user()).post("/api/v1/offers", data="product=x")

    assert answer.status_code == 415
    assert answer.content_type == "application/problem+json"


def test_a_foreign_host_is_told_in_kind(client: FlaskClient) -> None:
    answer = client.get("/api/v1/offers", headers={"Host": "evil.example"})

    assert (answer.status_code, answer.json["code"]) == (400, "bad_host")
    assert answer.content_type == "application/problem+json"
