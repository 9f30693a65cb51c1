"""Participants by hand, from the database, changed and taken out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.services import conferences
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]
GUEST = {
    "name": "HTX Ba (mẫu)",
    "side": "producer",
    "representatives": "1",
    "version": "1",
    "absent": ["2", "3"],
}


@pytest.fixture
def browser(
    app: Flask, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> FlaskClient:
    """An organizer's browser, with the conference C1 entered."""
    organizer = make_user("organizer")
    with app.app_context():
        conferences.post(DOCUMENT, organizer, "C1")
    return sign_in(organizer)


def test_the_list_is_narrowed_by_side_and_by_words_without_accents(browser: FlaskClient, look: Look) -> None:
    assert "HTX Một &lt;b&gt; (mẫu)" in look(browser, "/conferences/C1/guests").html
    page = look(browser, "/conferences/C1/guests?side=producer&q=htx hai")
    assert "HTX Hai (mẫu)" in page.text
    assert "HTX Một" not in page.text
    assert "2/3" in page.text


def test_a_participant_is_typed_in_changed_and_taken_out(browser: FlaskClient, look: Look) -> None:
    phone = {"phone": "0100 000 009", "products": "Mật ong\nChè Shan"}
    assert look(browser, "/conferences/C1/guests/new", GUEST | phone).status == 302
    page = look(browser, "/conferences/C1/guests/S001/edit")
    assert page.all("input", name="phone")[0]["value"] == "0100 000 009"
    assert "Mật ong\nChè Shan" in page.html
    ticked = [tag["value"] for tag in page.all("input", name="absent") if "checked" in tag]
    assert ticked == ["2", "3"]
    changed = GUEST | {"name": "HTX Bốn (mẫu)", "version": "2", "absent": []}
    assert look(browser, "/conferences/C1/guests/S001/edit", changed).status == 302
    assert "HTX Bốn (mẫu)" in look(browser, "/conferences/C1/guests").text
    assert "HTX Bốn (mẫu)" in look(browser, "/conferences/C1/guests/S001/remove").heading
    look(browser, "/conferences/C1/guests/S001/remove", {"version": "3"})
    assert look(browser, "/conferences/C1/guests/S001/edit").status == 404


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": " "}, "Tên: Cần điền mục này."),
        ({"side": "ai"}, "không có trong"),
        ({"id": "P1"}, "Mã “P1” đã có."),
        ({"id": "a b"}, "Mã chỉ gồm chữ không dấu"),
        ({"min_meetings": "9", "max_meetings": "2"}, "Số cuộc ít nhất lớn hơn"),
        ({"fixed_table": "99"}, "Không có bàn “99”."),
        ({"version": "7"}, "Người khác vừa sửa"),
    ],
)
def test_a_refused_participant_comes_back_with_the_reason(
    browser: FlaskClient, look: Look, wrong: dict[str, str], told: str
) -> None:
    page = look(browser, "/conferences/C1/guests/new", GUEST | wrong)
    assert page.status == 422
    assert told in page.text


def test_organisations_with_trade_are_found_by_product_and_added(
    browser: FlaskClient,
    look: Look,
    make_user: Callable[..., User],
    make_member: Callable[..., str],
    make_offer: Callable[..., str],
) -> None:
    member = make_member("producer", name="HTX Bắc Hà (mẫu)", province="Lào Cai")
    make_member("producer", name="HTX không chào bán (mẫu)", province="Lào Cai")
    make_offer(make_user("officer"), member)
    page = look(browser, "/conferences/C1/guests/database?q=man tam hoa")
    assert [tag["value"] for tag in page.all("input", name="organisation")] == [member]
    assert "không chào bán" not in page.text
    assert not look(browser, "/conferences/C1/guests/database?province=Cà Mau").all(
        "input", name="organisation"
    )
    look(browser, "/conferences/C1/guests/database", {"organisation": member, "version": "1"})
    assert "HTX Bắc Hà (mẫu)" in look(browser, "/conferences/C1/guests").text
    assert not look(browser, "/conferences/C1/guests/database").all("input", name="organisation")


def test_a_reader_sees_who_takes_part_but_no_telephone(
    browser: FlaskClient, look: Look, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> None:
    look(browser, "/conferences/C1/guests/new", GUEST | {"phone": "0100 000 009", "contact": "Giàng A Mẫu"})
    reader = sign_in(make_user("national_reader"))
    page = look(reader, "/conferences/C1/guests")
    assert "HTX Ba (mẫu)" in page.text
    assert "0100 000 009" not in page.html
    assert "Giàng" not in page.html
    assert look(reader, "/conferences/C1/guests/S001/edit").status == 403


def test_a_contact_is_public_only_where_the_participant_agreed(browser: FlaskClient, look: Look) -> None:
    def agreed() -> bool:
        page = look(browser, "/conferences/C1/guests/S001/edit")
        return "checked" in page.all("input", name="contact_public")[0]

    look(browser, "/conferences/C1/guests/new", GUEST)
    assert not agreed()
    look(browser, "/conferences/C1/guests/S001/edit", GUEST | {"version": "2", "contact_public": "true"})
    assert agreed()
    look(browser, "/conferences/C1/guests/S001/edit", GUEST | {"version": "3"})
    assert not agreed()
