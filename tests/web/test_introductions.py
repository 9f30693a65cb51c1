"""The officer's pages of introductions: the letter, its prints, answers told by telephone, what is late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from tests.conftest import TODAY

Look = Callable[..., Any]
Make = Callable[..., Any]


@pytest.fixture
def browser(accepted: list[int], make_user: Make, sign_in: Callable[[User], FlaskClient]) -> FlaskClient:
    return sign_in(make_user("officer"))


@pytest.fixture
def letter(browser: FlaskClient, look: Look) -> Any:
    return look(browser, "/introductions/demands/D1", data={}, follow_redirects=True)


def test_one_click_introduces_every_accepted_source(letter: Any) -> None:
    assert letter.heading == "Giới thiệu số 01/SCT-XTTM"
    assert "1. HTX Mận (mẫu)" in letter.text
    assert "2. HTX Mận Bắc Hà (mẫu)" in letter.text
    assert letter.text.count("Ghi trả lời của") == 4
    assert "Siêu thị A (mẫu)" in letter.text


def test_a_second_click_leads_to_the_letter_and_introduces_nothing_twice(
    browser: FlaskClient, letter: Any, look: Look
) -> None:
    again = look(browser, "/introductions/demands/D1", data={}, follow_redirects=True)

    assert again.heading == letter.heading
    assert f"Đã giới thiệu ngày {TODAY:%d/%m/%Y}, văn bản số 1/{TODAY.year}" in again.text
    board = look(browser, "/board/demands/D1")
    assert board.all("a", href="/introductions/1") != []
    assert f"Đã giới thiệu: số 1/{TODAY.year} ngày {TODAY:%d/%m/%Y}" in board.text
    assert len(board.all("button", **{"data-key": "introduce"})) == 1


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("which", ["letter", "copy", "copies", "script"])
def test_everything_prints(browser: FlaskClient, letter: Any, which: str, form: str) -> None:
    answer = browser.get(f"/introductions/1/{which}.{form}?match=1")

    assert answer.status_code == 200
    assert answer.data[:4] == {"pdf": b"%PDF", "docx": b"PK\x03\x04"}[form]


@pytest.mark.parametrize(
    "path", ["letter.xlsx", "list.pdf", "copy.pdf?match=99", "letter.pdf?version=9", "copy.pdf"]
)
def test_what_does_not_exist_is_not_found(browser: FlaskClient, letter: Any, path: str) -> None:
    assert browser.get(f"/introductions/1/{path}").status_code == 404


def test_texts_to_copy_name_the_goods_the_link_and_the_last_day(letter: Any) -> None:
    assert "theo nhu cầu mua mận tam hoa, chúng tôi giới thiệu 2 nguồn hàng" in letter.text
    assert "trả lời trước ngày 28/11/2026 tại: http://localhost/i/1/" in letter.text
    assert "xin nhắc" not in letter.text


@pytest.mark.parametrize(
    ("days", "words"), [(3, "xin nhắc"), (7, "xin nhắc lại"), (14, "không liên lạc được")]
)
def test_reminders_are_worded_by_how_long_it_waits(
    app: Flask, browser: FlaskClient, letter: Any, look: Look, monkeypatch: Any, days: int, words: str
) -> None:
    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=days))
    page = look(browser, "/introductions/1")
    tasks = look(browser, "/introductions/")

    assert words in page.text
    assert "4 câu trả lời cần nhắc hôm nay" in tasks.text
    assert f"{days} ngày" in tasks.text


def test_a_reminder_is_noted_with_one_click_and_leaves_the_tasks_until_the_next(
    app: Flask, browser: FlaskClient, letter: Any, look: Look, monkeypatch: Any
) -> None:
    sent = TODAY + timedelta(days=3)
    monkeypatch.setitem(app.config, "TODAY", sent)
    page = look(browser, "/introductions/1/reminders/0", data={"how": "zalo"}, follow_redirects=True)
    again = f"nhắc tiếp từ {sent + timedelta(days=4):%d/%m/%Y}"
    assert f"đã nhắc 1 lần, gần nhất {sent:%d/%m/%Y} qua Zalo; {again}" in page.text
    tasks = look(browser, "/introductions/")
    assert "2 câu trả lời cần nhắc hôm nay" in tasks.text
    assert "2 câu trả lời đã nhắc, chưa đến ngày nhắc tiếp" in tasks.text
    assert "Nhắc bên mua trả lời, qua Zalo" in look(browser, "/pipeline/1").text

    wrong = look(browser, "/introductions/1/reminders/0", data={"how": "bo cau"}, follow_redirects=True)
    assert "Đã ghi lần nhắc hôm nay" not in wrong.text
    assert browser.post("/introductions/1/reminders/99", data={"how": "zalo"}).status_code == 404


def test_an_answer_told_on_the_telephone_is_kept_with_who_noted_it(
    browser: FlaskClient, letter: Any, look: Look
) -> None:
    data = {"side": "producer", "answer": "terms", "note": "giao tai kho, tra ngay"}
    page = look(browser, "/introductions/1/answers/1", data=data, follow_redirects=True)

    assert "Đề nghị điều kiện khác" in page.text
    assert "giao tai kho, tra ngay" in page.text
    assert "do officer@example.com làm thay HTX Mận (mẫu)" in page.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"answer": "refused"}, "Chọn lý do chưa phù hợp."),
        ({"answer": "terms"}, "Ghi điều kiện mà đơn vị đề nghị."),
        ({}, "Cần điền mục này."),
    ],
)
def test_an_answer_that_says_too_little_is_refused(
    browser: FlaskClient, letter: Any, look: Look, data: dict[str, str], words: str
) -> None:
    page = look(browser, "/introductions/1/answers/1", data={"side": "buyer", **data})

    assert page.status == 422
    assert words in page.text


def test_a_letter_is_issued_again_and_a_past_page_is_told_so(
    browser: FlaskClient, letter: Any, look: Look
) -> None:
    page = look(
        browser, "/introductions/1/again", data={"version": "1", "note": "sửa giá"}, follow_redirects=True
    )
    assert "Đã phát hành bản 2" in page.text
    assert "sửa giá" in page.text
    assert browser.get("/introductions/1/letter.pdf?version=1").status_code == 200

    stale = look(browser, "/introductions/1/again", data={"version": "1"}, follow_redirects=True)
    assert "bản 3" not in stale.text


def test_the_head_of_letters_is_edited_by_province(
    browser: FlaskClient, accepted: list[int], look: Look
) -> None:
    page = look(browser, "/introductions/office/Bắc Ninh")
    assert page.all("input", name="parent")[0]["value"] == "UBND tỉnh Bắc Ninh"

    record = {"unit": "Sở Công Thương Bắc Ninh", "symbol": "SCT-QLTM", "signer": "Nguyễn Văn Mẫu"}
    refused = look(browser, "/introductions/office/Bắc Ninh", data={"symbol": "", "version": "0"})
    assert refused.status == 422
    saved = look(
        browser, "/introductions/office/Bắc Ninh", data={**record, "version": "0"}, follow_redirects=True
    )
    assert saved.all("input", name="signer")[0]["value"] == "Nguyễn Văn Mẫu"
    made = look(browser, "/introductions/demands/D1", data={}, follow_redirects=True)
    assert made.heading == "Giới thiệu số 01/SCT-QLTM"
    assert browser.get("/introductions/office/khong-co").status_code == 404


def test_a_withdrawn_link_is_replaced(browser: FlaskClient, letter: Any, look: Look) -> None:
    before = [a["href"] for a in letter.all("a") if "/i/1/" in a["href"]]
    page = look(browser, "/introductions/1/links/0", data={}, follow_redirects=True)
    after = [a["href"] for a in page.all("a") if "/i/1/" in a["href"]]

    assert before[0] != after[0]
    assert before[1:] == after[1:]
