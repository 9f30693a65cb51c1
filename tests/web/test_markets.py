from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User

Look = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]
ENTRY = {
    "open": "1",
    "since": "15/01/2027",
    "source": "NĐT 2027",
    "checked_on": "21/11/2026",
    "reason": "nghị định thư",
}


def version(page: Any) -> dict[str, str]:
    return {"version": page.all("input", name="version")[0]["value"]}


def test_the_table_is_searched_without_marks_and_says_when_it_was_checked(
    officer: User, sign_in: SignIn, look: Look
) -> None:
    page = look(sign_in(officer), "/reference/markets/?q=sau+rieng&market=CN")
    assert page.all("a", href="/reference/markets/durian/CN")
    assert page.all("a", href="/reference/markets/plum/CN") == []
    assert "21/11/2026" in page.text
    assert "quá một năm" not in page.text


def test_what_was_checked_more_than_a_year_ago_is_marked(
    app: Flask, officer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    typed = ENTRY | {"checked_on": "20/11/2025"} | version(look(browser, "/reference/markets/plum/CN"))
    page = look(browser, "/reference/markets/plum/CN", data=typed, follow_redirects=True)
    assert "1 dòng đã tra cứu hơn một năm." in page.text

    page = look(browser, "/reference/markets/?old=1")
    assert page.text.count("quá một năm") == 1
    assert "tra lại" in look(browser, "/reference/markets/plum/CN").text


def test_an_entry_is_changed_and_its_history_tells_what_it_said(
    officer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    typed = ENTRY | version(look(browser, "/reference/markets/plum/CN"))
    look(browser, "/reference/markets/plum/CN", data=typed)

    page = look(browser, "/reference/markets/plum/CN")
    assert "Đã mở từ 15/01/2027" in page.text
    assert "Tình trạng mở cửa: Chưa mở → Đã mở" in page.text
    assert "Đã mở từ 15/01/2027" in look(browser, "/reference/products/plum").text.replace("Trung Quốc: ", "")


def test_a_new_entry_is_refused_at_its_fields_and_then_kept(
    officer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    typed = ENTRY | version(look(browser, "/reference/markets/new"))
    page = look(browser, "/reference/markets/new", data=typed | {"until": "01/01/2027", "product": "mật ong"})
    assert page.status == 422
    assert page.all("a", href="#market")
    page = look(browser, "/reference/markets/new", data=typed | {"product": "một thứ lạ", "market": "CN"})
    assert "Danh mục không có mặt hàng" in page.text
    page = look(
        browser, "/reference/markets/new", data=typed | {"product": "mật ong", "market": "CN", "reason": ""}
    )
    assert "Cần ghi lý do" in page.text

    look(browser, "/reference/markets/new", data=typed | {"product": "mật ong (honey)", "market": "CN"})

    page = look(browser, "/reference/markets/honey/CN")
    assert page.status == 200
    assert "Từ ngày: 15/01/2027" in page.text


def test_a_new_entry_does_not_replace_one_that_is_there(officer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(officer)
    typed = ENTRY | version(look(browser, "/reference/markets/new")) | {"product": "mận", "market": "CN"}

    page = look(browser, "/reference/markets/new", data=typed)

    assert page.status == 422
    assert "hãy mở dòng đó để sửa" in page.text
    assert "Chưa mở" in look(browser, "/reference/markets/plum/CN").text


def test_a_form_of_an_earlier_state_is_refused(officer: User, sign_in: SignIn, look: Look) -> None:
    browser = sign_in(officer)
    typed = ENTRY | version(look(browser, "/reference/markets/plum/CN"))
    look(browser, "/reference/markets/plum/CN", data=typed)

    page = look(browser, "/reference/markets/plum/CN", data=typed | {"open": "0"})

    assert page.status == 422
    assert "Người khác vừa sửa mục này" in page.text
