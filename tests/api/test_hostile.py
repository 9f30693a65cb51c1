"""Requests that are built to break something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

Make = Callable[..., Any]
JSON = "application/json"


@pytest.fixture
def admin(make_user: Make, api: Make) -> FlaskClient:
    return api(make_user("administrator"))


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/offers/%00",
        "/api/v1/offers/%ED%A0%80",
        "/api/v1/offers/" + "x" * 5000,
        "/api/v1/offers/..%2f..%2fetc",
        "/api/v1/matches/99999999999999999999",
        "/api/v1/matches/-1",
        "/api/v1/offers?q=%00%25_",
        "/api/v1/offers?after=AA",
        "/api/v1/offers?after=" + "A" * 5000,
        "/api/v1/offers?limit=1e400",
        "/api/v1/offers?limit=٣",
        "/api/v1/products?q=" + "(" * 150,
        "/api/v1/places?q=%F0%9F%92%A9",
        "/%00",
        "/board/matches/99999999999999999999",
        "/board/demands/%00",
    ],
)
def test_no_address_breaks_anything(admin: FlaskClient, path: str) -> None:
    assert admin.get(path).status_code < 500


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"product":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        b'{"product": "x", "quantity": ' + b"9" * 5_000 + b"}",
        b'{"product": "x", "quantity": -1e999}',
        b'{"product": "\\u0000\\ud800"}',
        b'{"product": "x", "place": {"commune": "\\u0000"}}',
        b'{"product": "x", "product": "y"}',
        b"\xff\xfe\x00",
        b'{"product": "x", "__class__": {}}',
        b'{"id": "\\u0000", "product": "x"}',
        b'{"product": "x", "supply_text": "' + b"9" * 3_900 + b'"}',
        b'{"product": "x", "season_text": "' + "từ tháng ".encode() * 100 + b'"}',
    ],
)
@pytest.mark.parametrize("path", ["/api/v1/offers", "/api/v1/demands"])
def test_no_body_breaks_anything(admin: FlaskClient, path: str, body: bytes) -> None:
    answer = admin.post(path, data=body, content_type=JSON)

    assert answer.status_code in (201, 400, 422), answer.text


@pytest.mark.parametrize(
    "document",
    [
        '{"name": "a\\u0000b"}',
        '{"\\u0000": 1}',
        '{"name": "\\ud800"}',
        '{"x": NaN}',
        '{"x": 1e999}',
        '{"x": ' + "9" * 400 + "}",
        '{"x": ' + "[" * 500 + "]" * 500 + "}",
    ],
)
def test_no_conference_breaks_anything(admin: FlaskClient, document: str) -> None:
    answer = admin.post("/api/v1/conferences", data=f'{{"document": {document}}}', content_type=JSON)

    assert answer.status_code in (201, 400, 422), answer.text


@pytest.mark.parametrize("token", ["", "x", "x" * 10_000, "\u00e9", "a b c"])
def test_no_token_breaks_anything(client: FlaskClient, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}".encode().decode("latin-1")}

    assert client.get("/api/v1/offers", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "email", ["\x00@x.vn", "a" * 10_000, "a@" + "b" * 500, "officer@example.com\x00", "' OR 1=1 --", "\ud83d"]
)
def test_no_address_of_a_person_breaks_signing_in(client: FlaskClient, email: str) -> None:
    form = {"email": email.encode("utf-8", "replace"), "password": "x\x00"}

    assert client.post("/sign-in", data=form).status_code == 200


PAYLOAD = "<script>alert(1)</script>{{7*7}}<img src=x onerror=alert(1)>"


def test_stored_markup_stays_text_on_the_pages(
    make_user: Make, sign_in: Make, make_offer: Make, make_demand: Make
) -> None:
    officer = make_user()
    make_offer(officer, producer=PAYLOAD, description=PAYLOAD, note=PAYLOAD, packaging=PAYLOAD)
    make_demand(officer, buyer=PAYLOAD, spec=PAYLOAD, note=PAYLOAD, description=PAYLOAD)
    browser = sign_in(officer)

    for path in ("/board/", "/board/demands/D1", "/demands/D1", "/offers/", "/demands/"):
        page = browser.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
