from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.documents.spreadsheets import xlsx_bytes
from matchmaker.models import User

Look = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]
HEAD = ["Nơi đi", "Nơi đến", "Số tấn", "Giá (đ/kg)", "Ngày báo giá", "Nguồn"]
FROM = ["Mèo Vạc, Tuyên Quang", "Bắc Hà, Lào Cai", "Mộc Châu, Sơn La"]


@pytest.fixture
def admin(make_user: Callable[..., User], sign_in: SignIn) -> FlaskClient:
    return sign_in(make_user("administrator", "admin@example.com"))


def sent(browser: FlaskClient, look: Look, rows: list[Any], kind: str = "quotes", head: Any = HEAD) -> Any:
    file = (io.BytesIO(xlsx_bytes("Giá", head, rows)), "gia.xlsx")
    return look(browser, "/reference/freight/look", data={"kind": kind, "file": file})


def quotes(count: int, price: int) -> list[Any]:
    return [
        (FROM[i % 3], "Tiên Du, Bắc Ninh", 10, price * (1 + i % 3), "01/10/2026", f"xe {i}")
        for i in range(count)
    ]


def take(browser: FlaskClient, look: Look, page: Any) -> Any:
    waiting = page.all("input", name="list")[0]["value"]
    return look(browser, "/reference/freight/take", data={"list": waiting}, follow_redirects=True)


def test_a_list_is_looked_at_before_it_is_taken_and_its_faults_are_told(
    admin: FlaskClient, look: Look
) -> None:
    page = sent(
        admin, look, [*quotes(3, 500), ("xã Tân Thành", "Tiên Du, Bắc Ninh", 5, 900, "01/10/2026", "")]
    )
    assert "3 dòng mới, 0 dòng đã có, 1 chỗ chưa nhận được" in page.text
    assert "có thể là" in page.text
    assert "Chưa có báo giá nào." in page.text
    page = take(admin, look, page)
    assert "Đã nhận 3 dòng." in page.text
    assert "Mèo Vạc, Tuyên Quang → Tiên Du, Bắc Ninh" in page.text
    assert "Cần ít nhất 5 báo giá" in page.text


def test_a_list_that_was_tampered_with_is_not_taken(admin: FlaskClient, look: Look) -> None:
    page = look(admin, "/reference/freight/take", data={"list": "x.y"}, follow_redirects=True)
    assert "không còn nguyên" in page.text


def test_a_fit_goes_through_a_look_and_a_reason_and_back_again(admin: FlaskClient, look: Look) -> None:
    take(admin, look, sent(admin, look, quotes(30, 3000)))
    page = look(admin, "/reference/freight/")
    assert "Trên báo giá để riêng" in page.text
    for what, after in (("fit", "cước đã hiệu chỉnh"), ("back", "cước chưa hiệu chỉnh")):
        page = look(admin, f"/reference/freight/fit?what={what}")
        assert "Chưa lưu." in page.text
        typed = {"what": what} | {
            name: page.all("input", name=name)[0]["value"] for name in ("version", "seal")
        }
        assert "Cần ghi lý do" in look(admin, "/reference/freight/fit", data=typed).text
        page = look(
            admin,
            "/reference/freight/fit",
            data=typed | {"reason": "báo giá tháng 10"},
            follow_redirects=True,
        )
        assert after in page.text


def test_cards_are_listed_with_what_they_apply_to_and_withdrawn(admin: FlaskClient, look: Look) -> None:
    head = ["Nhà xe", "Nơi đi", "Nơi đến", "Từ tấn", "Đến tấn", "Giá (đ/kg)", "Hiệu lực từ"]
    row = ("Nhà xe A", "Lào Cai", "Bắc Ninh", 5, 20, 900, "01/11/2026")
    page = take(admin, look, sent(admin, look, [row], "cards", head))
    assert "Lào Cai → Bắc Ninh" in page.text
    assert "5–20 tấn" in page.text
    look(admin, "/reference/freight/cards/1/withdraw", data={})
    assert "Chưa có bảng giá nào." in look(admin, "/reference/freight/").text


def test_what_is_no_list_is_refused_in_words(admin: FlaskClient, look: Look) -> None:
    page = sent(admin, look, [("A", "B")], head=["Họ tên", "Điện thoại"])
    assert page.status == 422
    assert "hãy dùng mẫu" in page.text


def test_the_templates_are_offered_and_officers_read_without_changing(
    officer: User, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    assert look(browser, "/reference/freight/").all("input", name="file") == []
    for kind in ("quotes", "cards"):
        assert browser.get(f"/reference/freight/template-{kind}.xlsx").status_code == 200
    assert browser.get("/reference/freight/template-x.xlsx").status_code == 404
    assert browser.post("/reference/freight/look").status_code == 403
