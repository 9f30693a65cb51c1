"""A spreadsheet of participants through the pages."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.exchange.spreadsheets import rows_of
from matchmaker.models import User
from matchmaker.services import conferences
from tests.web.test_conferences import DOCUMENT

Look = Callable[..., Any]
ROOM = "/conferences/C1/guests/sheet"


@pytest.fixture
def browser(
    app: Flask, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> FlaskClient:
    organizer = make_user("organizer")
    with app.app_context():
        conferences.post(DOCUMENT, organizer, "C1")
    return sign_in(organizer)


def send(browser: FlaskClient, look: Look, text: str) -> Any:
    return look(browser, ROOM, {"file": (io.BytesIO(text.encode()), "danh-sach.csv")})


def test_a_file_is_looked_at_and_then_taken_in(browser: FlaskClient, look: Look) -> None:
    page = send(browser, look, "Tên,Bên\nHTX Ba (mẫu),Bên bán\nHTX Hai (mẫu),Bên bán\n")
    assert "Sẽ thêm 1, sửa 0, giữ nguyên 1 đơn vị" in page.text
    assert "HTX Ba (mẫu)" not in look(browser, "/conferences/C1/guests").text
    waiting = page.all("input", name="list")[0]["value"]
    look(browser, f"{ROOM}/take", {"list": waiting, "version": "1"})
    page = look(browser, "/conferences/C1/guests")
    assert "Đã thêm 1, sửa 0, giữ nguyên 1 đơn vị." in page.text
    assert "HTX Ba (mẫu)" in page.text


def test_a_bad_cell_is_shown_with_row_column_and_reason_and_nothing_can_be_taken(
    browser: FlaskClient, look: Look
) -> None:
    page = send(browser, look, "Tên,Bên,Gian hàng\nHTX <b>Ba</b>,không rõ,A1\n")
    assert page.status == 422
    assert "1 ô chưa đúng" in page.text
    assert "2 Bên không rõ" in page.text
    assert not page.all("input", name="list")
    assert "<b>Ba" not in page.html


@pytest.mark.parametrize(
    ("text", "told"), [("", "Tệp không có dòng nào."), ("PK\x03\x04", "Tệp không phải bảng tính")]
)
def test_an_unreadable_file_is_told(browser: FlaskClient, look: Look, text: str, told: str) -> None:
    page = send(browser, look, text)
    assert page.status == 422
    assert told in page.text


def test_a_list_changed_on_its_way_is_not_taken(browser: FlaskClient, look: Look) -> None:
    waiting = send(browser, look, "Tên,Bên\nHTX Ba (mẫu),Bên bán\n").all("input", name="list")[0]["value"]
    for wrong in (waiting[:-1] + ("A" if waiting[-1] != "A" else "B"), "", "x.y"):
        look(browser, f"{ROOM}/take", {"list": wrong, "version": "1"})
    assert "HTX Ba (mẫu)" not in look(browser, "/conferences/C1/guests").text


def test_the_template_holds_the_present_participants_and_sent_back_changes_nothing(
    browser: FlaskClient, look: Look
) -> None:
    answer = browser.get(f"{ROOM}.xlsx")
    rows = rows_of(answer.data)
    assert len(rows) == 1 + len(DOCUMENT["participants"])
    assert "Tên / Name" in rows[0]
    page = look(browser, ROOM, {"file": (io.BytesIO(answer.data), "mau.xlsx")})
    assert "Sẽ thêm 0, sửa 0, giữ nguyên 3 đơn vị" in page.text


def test_an_interpreters_language_that_nobody_in_the_list_speaks_is_named_before_it_is_taken_in(
    app: Flask, browser: FlaskClient, make_user: Callable[..., User], look: Look
) -> None:
    with app.app_context():
        organizer = make_user("organizer", "hai@example.com")
        told = {**DOCUMENT, "interpreters": [{"languages": ["ko", "vi"], "count": 1}]}
        conferences.post(told, organizer, "C2")
    room = "/conferences/C2/guests/sheet"
    lists = ["Tên,Bên,Ngôn ngữ\nHTX Ba (mẫu),Bên bán,vi\n", "Tên,Bên,Ngôn ngữ\nHTX Ba (mẫu),Bên bán,vi;ko\n"]
    pages = [look(browser, room, {"file": (io.BytesIO(each.encode()), "a.csv")}) for each in lists]

    told_once = "Hội nghị có phiên dịch Hàn mà không đơn vị nào ghi là nói tiếng này"
    assert [told_once in page.text for page in pages] == [True, False]
    assert pages[0].all("input", name="list")  # a warning, no fault
