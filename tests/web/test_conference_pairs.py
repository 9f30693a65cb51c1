"""Pairs with the parts of their scores, an organizer's word on them, and whom else to ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.extensions import db
from matchmaker.models import User
from matchmaker.services import conferences, wishing
from matchmaker.services.wishing import Said
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]


@pytest.fixture
def browser(
    app: Flask, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> FlaskClient:
    """An organizer's browser; in C1 the supermarket must meet P1 and will not meet P2."""
    organizer = make_user("organizer")
    with app.app_context():
        user = db.session.get(User, organizer.id)
        conferences.post({**DOCUMENT, "pairs": []}, user, "C1")
        wishing.replace("C1", "B1", {"P1": Said("must"), "P2": Said("no")}, user)
    return sign_in(organizer)


def test_each_pair_shows_what_its_score_is_made_of(browser: FlaskClient, look: Look) -> None:
    page = look(browser, "/conferences/C1/pairs")
    assert "P1 – B1 bắt buộc 60 0 60" in page.text
    assert "P2 một bên không muốn gặp" in page.text
    assert "HTX Một &lt;b&gt; (mẫu)" in page.html


@pytest.mark.parametrize(
    ("asked", "shown"), [("only=required", "P1 – B1"), ("only=forbidden", "B1 – P2"), ("q=hai", "B1 – P2")]
)
def test_pairs_are_narrowed(browser: FlaskClient, look: Look, asked: str, shown: str) -> None:
    page = look(browser, f"/conferences/C1/pairs?{asked}")
    assert shown in page.text
    assert len(page.all("input", name="b", type="hidden")) <= 2


def test_an_organizer_requires_forbids_and_takes_the_word_back(browser: FlaskClient, look: Look) -> None:
    def said(order: str, version: str) -> Any:
        data = {"a": "P1", "b": "B1", "order": order, "version": version}
        return look(browser, "/conferences/C1/pairs", data, follow_redirects=True)

    assert "P1 không xếp" in said("forbid", "1").text
    page = said("release", "2")
    assert "P1 – B1 bắt buộc" in page.text
    assert "Người khác vừa sửa" in said("forbid", "1").text
    assert said("explode", "3").status == 404


@pytest.mark.parametrize(
    ("b", "told"), [("P2", "Không có trong danh sách"), ("X", "Không có trong"), ("", "Không có")]
)
def test_two_that_cannot_meet_are_refused(browser: FlaskClient, look: Look, b: str, told: str) -> None:
    data = {"a": "P1", "b": b, "order": "require", "version": "1"}
    assert told in look(browser, "/conferences/C1/pairs", data, follow_redirects=True).text


def test_a_buyer_is_suggested_with_its_tonnes_and_added_with_one_button(
    browser: FlaskClient, look: Look, traders: tuple[str, str]
) -> None:
    seller, buyer = traders
    look(browser, "/conferences/C1/guests/database", {"organisation": seller, "version": "1"})
    page = look(browser, "/conferences/C1/invitations")
    assert "Siêu thị Tiên Du (mẫu)" in page.text
    assert "tấn" in page.text
    data = {"organisation": buyer, "version": "2", "back": "invitations"}
    page = look(browser, "/conferences/C1/guests/database", data, follow_redirects=True)
    assert "Đã thêm 1 đơn vị." in page.text
    assert "Không thấy đơn vị nào" in page.text
    assert "Không thấy đơn vị nào" in look(browser, "/conferences/C1/invitations?side=producer").text
