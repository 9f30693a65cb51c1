from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from matchmaker.request_cycle import init_app

Make = Callable[..., Any]


def test_every_answer_has_its_headers_and_a_fresh_nonce(client: FlaskClient) -> None:
    first, second = client.get("/sign-in"), client.get("/api/v1/offers")

    for answer in (first, second):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
    assert first.headers["Content-Security-Policy"] != second.headers["Content-Security-Policy"]


def test_what_a_signed_in_person_sees_is_never_cached(make_user: Make, sign_in: Make, api: Make) -> None:
    user = make_user()

    for answer in (sign_in(user).get("/board/"), api(user).get("/api/v1/offers")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert {"Cookie", "Authorization"} <= set(answer.headers["Vary"].split(", "))


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1@evil.example", ""])
def test_a_foreign_host_gets_no_page(client: FlaskClient, host: str) -> None:
    answer = client.get("/sign-in", headers={"Host": host})

    assert answer.status_code == 400
    assert "evil" not in answer.text


@pytest.mark.parametrize("host", ["[::1]", "[::1]:8000", "localhost:8000", "127.0.0.1"])
def test_the_hosts_of_the_machine_itself_are_known(client: FlaskClient, host: str) -> None:
    assert client.get("/sign-in", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["[::2]", "[::1", "[::1]x", "[::1]:99999", "x[::1]"])
def test_another_ipv6_address_is_a_foreign_host(client: FlaskClient, host: str) -> None:
    assert client.get("/sign-in", headers={"Host": host}).status_code == 400


def test_forwarded_headers_are_ignored_without_a_proxy(client: FlaskClient) -> None:
    answer = client.get("/board/", headers={"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"})

    assert answer.headers["Location"].startswith("/sign-in")


def test_the_stated_number_of_proxies_is_believed(tmp_path: Path) -> None:
    app = Flask("behind")
    app.config["PROXIES"] = 1
    init_app(app)
    app.config["SECRET_KEY"] = "for tests only"
    app.add_url_rule("/", "who", lambda: request.host_url)

    answer = app.test_client().get("/", headers={"X-Forwarded-Host": "a.vn", "X-Forwarded-Proto": "https"})

    assert answer.text == "https://a.vn/"
    assert "Strict-Transport-Security" in answer.headers
