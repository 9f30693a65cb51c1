"""Wishes typed in from paper, and the links handed out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.services import conferences
from matchmaker.web.conference_wishes import read_wishes
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]
OTHERS = [
    {"id": "S1", "name": "HTX Mận Bắc Hà", "booth": "A01"},
    {"id": "S2", "name": "HTX Chè Bắc Hà", "booth": "A02"},
    {"id": "S3", "name": "Hộ Giàng"},
]


@pytest.fixture
def browser(
    app: Flask, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> FlaskClient:
    organizer = make_user("organizer")
    with app.app_context():
        conferences.post({**DOCUMENT, "wishes_until": "2026-12-01"}, organizer, "C1")
    return sign_in(organizer)


def read(**typed: str) -> tuple[list[tuple[str, str, int]], list[tuple[str, str]]]:
    said, wrong = read_wishes({"must": "", "want": "", "no": ""} | typed, OTHERS)
    return [(other, each.kind, each.rank) for other, each in said.items()], wrong


def test_codes_booths_and_names_are_understood_in_the_order_typed() -> None:
    assert read(want="s2 S1", no="ho giang") == ([("S2", "want", 1), ("S1", "want", 2), ("S3", "no", 0)], [])
    assert read(must="A01; htx che")[0] == [("S1", "must", 0), ("S2", "must", 0)]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"want": "HTX"}, [("HTX", "several_meant")]),
        ({"want": "X9"}, [("X9", "nobody_meant")]),
        ({"want": "S1", "no": "A01"}, [("A01", "named_twice")]),
    ],
)
def test_what_is_not_understood_is_named(typed: dict[str, str], wrong: list[tuple[str, str]]) -> None:
    assert read(**typed)[1] == wrong


def test_paper_forms_are_typed_in_one_after_the_other(browser: FlaskClient, look: Look) -> None:
    answer = look(browser, "/conferences/C1/wishes/P1", {"want": "B1", "must": "", "no": "", "step": "next"})
    assert answer.headers["Location"].endswith("/wishes/P2")
    page = look(browser, "/conferences/C1/wishes/P1")
    assert page.all("input", name="want")[0]["value"] == "B1"
    assert (
        look(browser, "/conferences/C1/wishes/P2", {"step": "next"})
        .headers["Location"]
        .endswith("/wishes/B1")
    )
    assert look(browser, "/conferences/C1/wishes/B1", {"no": "P9", "step": "next"}).status == 422
    look(browser, "/conferences/C1/wishes/B1", {"no": "P2", "step": "next"})
    page = look(browser, "/conferences/C1/wishes")
    assert "3 trong 3 đơn vị đã trả lời. Nhận đến hết 01/12/2026." in page.text
    assert "không nêu bên nào" in page.text
    assert "phiếu giấy" in page.text


def test_those_who_have_not_answered_get_a_message_with_their_own_link(
    browser: FlaskClient, look: Look, client: FlaskClient
) -> None:
    look(browser, "/conferences/C1/wishes/P1", {"step": "save"})
    page = look(browser, "/conferences/C1/wishes?only=waiting")
    links = [tag["href"] for tag in page.all("a") if "/p/C1/" in tag["href"]]
    assert [link.split("/")[-2] for link in links] == ["P2", "B1"]
    assert "Xin trả lời trước hết ngày 01/12/2026." in page.text
    assert page.text.count("chưa nhận được nguyện vọng") == 2 * 2  # in its row, and among all
    assert "mời đơn vị chọn" in look(browser, "/conferences/C1/wishes").text
    assert client.get(links[0]).status_code == 200
    look(browser, "/conferences/C1/wishes/P2/link", {})
    assert client.get(links[0]).status_code == 404
    assert client.get(links[1]).status_code == 200


def test_a_reader_sees_who_answered_but_no_link(
    browser: FlaskClient, look: Look, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> None:
    page = look(sign_in(make_user("national_reader")), "/conferences/C1/wishes")
    assert page.text.count("chưa trả lời") == 3 + 1  # and the link to those alone
    assert "/p/C1/" not in page.html
