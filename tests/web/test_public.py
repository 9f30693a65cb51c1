from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User

Look = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]

FOREIGN = [
    f"{start}{slashes}{host}{end}"
    for start, slashes, host, end in product(
        ("", "http:", "https:", "HTTPS:", "javascript:", " ", "\t", "/", "\\", "data:"),
        ("//", "///", "/\\", "\\\\", "/%2f", "/%5c", "//user@"),
        ("evil.example", "evil.example%2f@localhost"),
        ("", "/board/", "?q=/board/"),
    )
]


def test_the_first_page_leads_a_stranger_to_signing_in(client: FlaskClient) -> None:
    assert client.get("/").location == "/sign-in"


@pytest.mark.parametrize(
    ("role", "start"),
    [("officer", "/today/"), ("buyer", "/demands/"), ("producer", "/offers/"), ("organizer", "/board/")],
)
def test_the_first_page_leads_each_role_to_its_own(
    make_user: Callable[..., User], sign_in: SignIn, role: str, start: str
) -> None:
    assert sign_in(make_user(role)).get("/").location == start


def test_a_stranger_is_sent_to_sign_in_and_comes_back(officer: User, client: FlaskClient) -> None:
    answer = client.get("/board/?q=man")
    assert answer.location == "/sign-in?next=/board/?q%3Dman"
    data = {"email": officer.email, "password": "mot-mat-khau-dai", "next": "/board/?q=man"}
    assert client.post("/sign-in", data=data).location.endswith("/board/?q=man")


def test_a_wrong_password_does_not_say_which_part_was_wrong(
    officer: User, client: FlaskClient, look: Look
) -> None:
    texts = [
        look(client, "/sign-in", data={"email": email, "password": "sai-mat-khau-roi"}).text
        for email in (officer.email, "khong-ai@example.com")
    ]
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in texts[0]
    assert texts[0] == texts[1]


def test_signing_out_ends_the_session(officer: User, sign_in: SignIn) -> None:
    browser = sign_in(officer)
    browser.post("/sign-out")
    assert browser.get("/board/").status_code == 302


def test_the_language_is_chosen_and_remembered(officer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(officer)
    assert look(browser, "/board/").all("html", lang="vi")
    answer = browser.post("/language", data={"language": "en", "back": "/board/?sort=score"})
    assert answer.location == "/board/?sort=score"
    page = look(browser, "/board/")
    assert page.all("html", lang="en")
    assert page.heading == "Matching board"


def test_the_way_back_keeps_the_search_and_no_control_characters(client: FlaskClient) -> None:
    sent = "/sign-in?next=/board/\r\nSet-Cookie: a=b&q=mận&q=x&empty="
    answer = client.post("/language", data={"language": "en", "back": sent})
    assert answer.status_code == 302
    assert "Set-Cookie: a=b" not in answer.location
    assert answer.location.endswith("&q=m%E1%BA%ADn&q=x&empty=")


def test_the_demonstration_says_so_on_every_page(
    client: FlaskClient, officer: User, make_user: Callable[..., User], sign_in: SignIn, look: Look
) -> None:
    assert "Dữ liệu mẫu" in look(client, "/sign-in").text
    assert "Dữ liệu mẫu" in look(sign_in(officer), "/board/").text


def test_a_service_in_earnest_does_not_call_itself_a_demonstration(
    make_user: Callable[..., User], sign_in: SignIn, look: Look
) -> None:
    user = make_user("officer", "lan@sct.example.org")
    assert "Dữ liệu mẫu" not in look(sign_in(user), "/board/").text


def test_an_unknown_language_changes_nothing(client: FlaskClient, look: Look) -> None:
    client.post("/language", data={"language": "xx", "back": "/sign-in"})
    client.set_cookie("language", "../../etc/passwd")
    assert look(client, "/sign-in").all("html", lang="vi")


def test_no_address_leads_off_the_service(client: FlaskClient) -> None:
    assert len(FOREIGN) > 300
    for address in FOREIGN:
        location = client.post("/language", data={"language": "en", "back": address}).location
        assert not urlsplit(location).netloc, address
        assert location.startswith("/"), address
        assert not location.startswith(("//", "/\\")), address


def test_signing_in_never_leads_off_the_service(officer: User, sign_in: SignIn, app: Flask) -> None:
    for address in FOREIGN[::17]:
        browser = app.test_client()
        data = {"email": officer.email, "password": "mot-mat-khau-dai", "next": address}
        location = browser.post("/sign-in", data=data).location
        if location is not None:
            assert urlsplit(location).netloc in ("", "localhost"), address
            assert not location.startswith(("//", "/\\")), address


@pytest.mark.parametrize(
    ("language", "heading"), [("vi", "Không có trang này"), ("en", "There is no such page")]
)
def test_a_missing_page_says_what_to_do(
    officer: User, sign_in: SignIn, look: Look, language: str, heading: str
) -> None:
    browser = sign_in(officer)
    browser.set_cookie("language", language)
    page = look(browser, "/khong-co")
    assert (page.status, page.heading) == (404, heading)
    assert page.all("a", href="/")


@pytest.mark.parametrize(
    ("language", "heading"), [("vi", "Bạn không mở được trang này"), ("en", "You cannot open this page")]
)
def test_a_page_of_another_role_says_so(
    producer: User, sign_in: SignIn, look: Look, language: str, heading: str
) -> None:
    browser = sign_in(producer)
    browser.set_cookie("language", language)
    page = look(browser, "/board/")
    assert (page.status, page.heading) == (403, heading)


def test_a_failure_inside_shows_no_traceback(
    app: Flask, officer: User, sign_in: SignIn, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("matchmaker.queries.overview.rows", fail)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    page = look(sign_in(officer), "/board/")
    assert (page.status, page.heading) == (500, "Hệ thống gặp trục trặc")
    assert "secret detail" not in page.html


def test_a_part_of_a_page_that_fails_asks_for_the_whole_page_again(client: FlaskClient) -> None:
    answer = client.get("/board/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (401, "true")
