from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.services import unlock_reports

Look = Callable[..., Any]
Make = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]


@pytest.fixture
def office(officer: User, make_offer: Make, make_demand: Make, sign_in: SignIn) -> FlaskClient:
    """An officer's browser; twelve tonnes lack VietGAP for two demands of nine."""
    make_offer(officer, certificates=["ATTP@2028-12-31"], quantity=12)
    for number in (1, 2):
        make_demand(officer, id=f"D{number}", quantity=9, per="season", required_certificates=["VIETGAP"])
    browser = sign_in(officer)
    assert browser.post("/board/unlocks/").status_code == 302
    return browser


def test_nothing_is_shown_until_it_was_worked_out_and_then_with_its_moment(
    officer: User, make_offer: Make, make_demand: Make, sign_in: SignIn, look: Look
) -> None:
    browser = sign_in(officer)
    page = look(browser, "/board/unlocks/?level=commune")
    assert "Bảng này chưa được tính lần nào" in page.text
    assert "Tính lúc" not in page.text
    assert browser.get("/board/unlocks/table.csv").status_code == 404

    answer = browser.post("/board/unlocks/?level=commune&province=Lào Cai")
    assert answer.location == "/board/unlocks/?level=commune&province=L%C3%A0o+Cai"
    page = look(browser, answer.location)
    assert "Tính lúc 21/11/2026" in page.text
    assert "Không có cặp gần đạt nào" in page.text


def test_a_later_change_is_told_beside_the_moment_of_the_report(
    office: FlaskClient, officer: User, make_demand: Make, look: Look
) -> None:
    assert "đã có thay đổi" not in look(office, "/board/unlocks/").text
    make_demand(officer, id="D3", quantity=90, per="season", required_certificates=["VIETGAP"])
    page = look(office, "/board/unlocks/")
    assert "đã có thay đổi" in page.text
    assert "VietGAP 12 tấn 1 2" in page.text  # as it was
    office.post("/board/unlocks/")
    assert "VietGAP 12 tấn 1 3" in look(office, "/board/unlocks/").text


def test_while_it_is_worked_out_the_page_says_so_and_looks_again(
    officer: User, sign_in: SignIn, look: Look, session: Any
) -> None:
    browser = sign_in(officer)
    unlock_reports.ask(session.get(User, officer.id))
    page = look(browser, "/board/unlocks/")
    assert "Máy đang tính" in page.text
    assert page.all("div", id="report")[0]["hx-get"] == "/board/unlocks/?level=province"


def test_a_row_says_where_what_and_how_much_and_leads_to_its_pairs(office: FlaskClient, look: Look) -> None:
    page = look(office, "/board/unlocks/?level=commune")
    assert "Bắc Hà Lào Cai VietGAP 12 tấn 1 2 Xem các cặp" in page.text

    link = next(a["href"] for a in page.all("a") if "/pairs?" in a.get("href", ""))
    pairs = look(office, link)
    assert pairs.heading == "VietGAP"
    assert pairs.text.count("9 tấn") == 2
    assert "Làm thêm VietGAP" in pairs.text


def test_the_board_leads_to_the_report(office: FlaskClient, look: Look) -> None:
    assert look(office, "/board/").all("a", href="/board/unlocks/")


def test_the_report_can_be_narrowed_to_a_province(office: FlaskClient, look: Look) -> None:
    assert "12 tấn" in look(office, "/board/unlocks/?province=Lào Cai").text
    assert "Không có cặp gần đạt nào" in look(office, "/board/unlocks/?province=Cà Mau").text


def test_the_csv_holds_tonnes_as_numbers_and_names_its_unit(office: FlaskClient) -> None:
    answer = office.get("/board/unlocks/table.csv?level=commune")
    text = answer.get_data().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["Xã"], row["Việc cần làm"], row["Lượng mở ra"], row["Đơn vị tính"]) == (
        "Bắc Hà",
        "VietGAP",
        "12.0",
        "tấn",
    )
    assert row["Tính lúc"].startswith("21/11/2026 ")
    assert "unlocks-2026-11-21.csv" in answer.headers["Content-Disposition"]


def test_the_workbook_holds_the_same_and_is_the_same_each_time(office: FlaskClient) -> None:
    first, second = (office.get("/board/unlocks/table.xlsx").data for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        assert "Lào Cai" in book.read("xl/sharedStrings.xml").decode()
        assert "<v>12</v>" in book.read("xl/worksheets/sheet1.xml").decode()


def test_another_form_of_file_is_not_found(office: FlaskClient) -> None:
    assert office.get("/board/unlocks/table.pdf").status_code == 404


def test_a_row_that_is_gone_says_so(office: FlaskClient, look: Look) -> None:
    page = look(office, "/board/unlocks/pairs?step=obtain_paper:HALAL&province=L%C3%A0o+Cai")
    assert "Không còn cặp nào ở đây" in page.text


def test_the_report_speaks_english(office: FlaskClient, look: Look) -> None:
    office.set_cookie("language", "en")
    assert "VietGAP 12 tonnes" in look(office, "/board/unlocks/").text
    assert b"What has to change" in office.get("/board/unlocks/table.csv").data
