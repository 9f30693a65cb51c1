"""The board by stage, one match with its history, and what an officer notes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.services import introducing
from tests.conftest import TODAY, apart, reload

Look = Callable[..., Any]
Make = Callable[..., Any]


@pytest.fixture
def browser(app: Flask, accepted: list[int], make_user: Make, sign_in: Callable[[User], FlaskClient]) -> Any:
    officer = make_user("officer", name="Cán bộ Mẫu")
    with apart(app):
        introducing.introduce("D1", accepted[:1], reload(officer))
    return sign_in(officer)


def note(browser: FlaskClient, look: Look, **data: str) -> Any:
    return look(
        browser, "/pipeline/1/stages", data={"happened_on": "21/11/2026", **data}, follow_redirects=True
    )


def test_the_board_stands_by_stage_with_ages_and_adds_no_agreements_up(
    app: Flask, browser: FlaskClient, look: Look, monkeypatch: Any
) -> None:
    monkeypatch.setitem(app.config, "TODAY", TODAY + timedelta(days=9))
    page = look(browser, "/pipeline/")

    assert "Đã duyệt, chờ giới thiệu 1" in page.text
    assert "Đã giới thiệu hai bên 1" in page.text
    assert "9 ngày" in page.text
    assert "mua: Chưa trả lời" in page.text
    for kind in ("Biên bản ghi nhớ 0", "Hợp đồng nguyên tắc 0", "Hợp đồng mua bán 0"):
        assert kind in page.text


def test_the_board_finds_and_shows_one_column(browser: FlaskClient, look: Look) -> None:
    assert "Đã giới thiệu hai bên 1" in look(browser, "/pipeline/?q=Siêu+thị").text
    assert "Đã giới thiệu hai bên 0" in look(browser, "/pipeline/?q=khong-co").text
    one = look(browser, "/pipeline/?column=introduced")
    assert "Xem tất cả các bước" in one.text
    assert "Hợp đồng nguyên tắc" not in one.text.split("Tìm")[-1]


def test_a_match_shows_its_whole_history_with_who_when_and_for_whom(browser: FlaskClient, look: Look) -> None:
    note(browser, look, stage="sample", behalf="producer", note="2 thùng")
    page = note(browser, look, stage="mou", behalf="buyer", quantity="10", unit="tấn", value="200 triệu")

    for words in (
        "Ký biên bản ghi nhớ",
        "10 tấn · 200.000.000 đ",
        "do Cán bộ Mẫu làm thay Siêu thị A (mẫu)",
        "Gửi mẫu",
        "“2 thùng”",
        "làm thay HTX Mận (mẫu)",
        "Giới thiệu hai bên, văn bản số 1/2026",
        "Đã duyệt",
    ):
        assert words in page.text
    assert (
        page.text.index("200.000.000") < page.text.index("“2 thùng”") < page.text.index("văn bản số 1/2026")
    )


def test_a_step_out_of_order_or_a_failure_without_a_reason_is_refused(
    browser: FlaskClient, look: Look
) -> None:
    note(browser, look, stage="contract")
    wrong = note(browser, look, stage="sample")
    assert wrong.status == 422
    assert "Từ bước “HĐ mua bán” không sang được bước “Gửi mẫu”." in wrong.text
    assert note(browser, look, stage="failed").status == 422


def test_deliveries_are_compared_with_the_contract(browser: FlaskClient, look: Look) -> None:
    early = look(
        browser, "/pipeline/1/deliveries", data={"delivered_on": "21/11/2026", "quantity": "1", "unit": "tấn"}
    )
    assert early.status == 409
    note(browser, look, stage="contract", quantity="8", unit="tấn")
    data = {
        "delivered_on": "21/11/2026",
        "quantity": "2",
        "unit": "tấn",
        "value": "40 triệu",
        "behalf": "producer",
    }
    page = look(browser, "/pipeline/1/deliveries", data=data, follow_redirects=True)

    assert "Đã cam kết 8 tấn" in page.text
    assert "Đã giao 2 tấn (25 %)" in page.text
    assert "40.000.000 đ" in page.text
    assert look(browser, "/pipeline/1/deliveries", data={"quantity": "x"}).status == 422


def test_terms_are_noted_for_a_side_and_only_what_changed(browser: FlaskClient, look: Look) -> None:
    data = {
        "side": "producer",
        "t-tolerance": "±5 %",
        "was-tolerance": "",
        "t-payment": "",
        "was-payment": "",
    }
    page = look(browser, "/pipeline/1/terms", data=data, follow_redirects=True)

    assert "Bên cung ứng nêu về dung sai số lượng, chất lượng" in page.text
    assert "Bên cung ứng nêu về thời hạn thanh toán" not in page.text
    assert look(browser, "/pipeline/1/terms", data={**data, "side": "x", "t-tolerance": "y"}).status == 422


def test_readers_follow_but_note_nothing(
    browser: FlaskClient, make_user: Make, sign_in: Callable[[User], FlaskClient], look: Look
) -> None:
    reader = sign_in(make_user("national_reader"))
    page = look(reader, "/pipeline/1")

    assert page.status == 200
    assert page.all("form", method="post", action="/pipeline/1/stages") == []
    assert "0100 000 009" not in page.html
    for path in ("stages", "deliveries", "terms"):
        assert reader.post(f"/pipeline/1/{path}", data={}).status_code == 403


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_the_report_comes_in_every_format(browser: FlaskClient, form: str) -> None:
    answer = browser.get(f"/pipeline/report/file.{form}?first=2026-01-01&last=2026-12-31")

    assert answer.status_code == 200
    assert answer.data[:2] == {"pdf": b"%P", "docx": b"PK", "xlsx": b"PK"}[form]
    assert browser.get("/pipeline/report/file.csv").status_code == 404


def test_the_report_counts_its_period_and_province_alone(browser: FlaskClient, look: Look) -> None:
    note(browser, look, stage="mou", quantity="3", unit="tấn", value="60 triệu")
    note(browser, look, stage="contract", quantity="8", unit="tấn", value="160 triệu")

    signed = ["1 3 60.000.000 đ", "1 8 160.000.000 đ"]  # a memorandum, a contract; never their sum

    def rows(query: str) -> list[str]:
        text = look(browser, f"/pipeline/report/?{query}").text
        start = text.index("Ghi nhớ, hợp đồng")
        return [
            each for each in ("1 3 60.000.000 đ", "1 8 160.000.000 đ", "220.000.000") if each in text[start:]
        ]

    assert rows("first=1/11/2026&last=30/11/2026") == ["1 3 60.000.000 đ", "1 8 160.000.000 đ"]
    assert rows("first=1/11/2026&last=30/11/2026&province=Lào+Cai") == [
        "1 3 60.000.000 đ",
        "1 8 160.000.000 đ",
    ]
    assert rows("province=Cà+Mau") == []
    assert rows("first=1/1/2025&last=31/12/2025") == []
    assert rows("first=hom+qua") == signed
