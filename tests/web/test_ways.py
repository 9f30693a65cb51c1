from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from matchmaker.extensions import db
from matchmaker.models import Match, User

Look = Callable[..., Any]
Make = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]


@pytest.fixture
def matched(app: Flask, officer: User, make_offer: Make, make_demand: Make) -> Callable[..., int]:
    def make(offer: Any = None, **demand: Any) -> int:
        make_offer(officer, **(offer or {}))
        make_demand(officer, **demand)
        with app.app_context():
            return int(db.session.scalars(db.select(Match.id)).one())

    return make


def test_the_way_stands_in_one_line_with_its_stages_and_what_is_left_of_the_shelf_life(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    page = look(sign_in(officer), f"/board/matches/{matched()}/way")
    line = page.all("svg", role="img")[0]["aria-label"]
    assert line.startswith("Bắc Hà → Tiên Du: ")
    for part in (" km, ", " giờ, ", " đ/kg, còn ", " ngày hạn dùng"):
        assert part in line
    assert "cước chưa hiệu chỉnh" in page.text
    for stage in ("Đường bộ", "Bốc xếp hai đầu", "Cả đường"):
        assert stage in page.text


def test_each_line_of_the_account_says_who_said_it_or_which_coefficient_and_what_is_asked(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    page = look(sign_in(officer), f"/board/matches/{matched()}/way")
    assert "bên mua nói: tối đa 40.000 đ/kg" in page.text
    assert "bên mua nói: trả sau 15 ngày; lãi 8–12 %/năm (hệ số ngày 26/11/2026, ước lượng)" in page.text
    assert "chưa nói; cần hỏi bên mua" in page.text
    assert "chưa kể những khoản còn phải hỏi" in page.text
    assert "so với giá thấp nhất bên bán nói" in page.text


def test_the_sheet_holds_the_same_lines_and_they_add_up(
    officer: User, sign_in: SignIn, matched: Callable[..., int]
) -> None:
    answer = sign_in(officer).get(f"/board/matches/{matched(discount_pct=10)}/way.xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.data)).get_sheet_by_index(0).to_python()
    lines, net = rows[1:7], rows[7]
    assert [row[0] for row in lines][:2] == ["Giá bên mua trả", "Chiết khấu"]
    for column in (1, 2):
        assert sum(row[column] for row in lines) == net[column] > 0


def test_an_island_tells_its_boat_the_wind_that_holds_it_and_the_rough_months(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    island = {"commune": "Lý Sơn", "province": "Quảng Ngãi"}
    page = look(sign_in(officer), f"/board/matches/{matched({'place': island})}/way")
    for words in (
        "Chờ tàu, phà",
        "Tàu hàng",
        "gió cấp",
        "mùa sóng gió",
        "lần nghỉ đêm",
        "hai tài xế thay nhau",
    ):
        assert words in page.text


def test_another_truck_is_another_cost_and_an_unknown_one_the_usual(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    browser, address = sign_in(officer), f"/board/matches/{matched()}/way"
    usual, small, odd = (
        look(browser, address + query).all("svg", role="img")[0]["aria-label"]
        for query in ("", "?vehicle=truck_1_5t", "?vehicle=<script>")
    )
    assert usual == odd != small


def test_without_a_way_or_a_price_the_page_asks_instead_of_guessing(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    number = matched({"place": "xã Tân Thành"}, price_max=None, price_unit=None)
    page = look(sign_in(officer), f"/board/matches/{number}/way")
    assert "Chưa biết đường đi" in page.text
    assert "chưa biết đường đi; cần hỏi rõ địa điểm" in page.text
    assert "Chưa tính được" in page.text


def test_the_page_speaks_english(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    browser = sign_in(officer)
    number = matched()
    browser.post("/language", data={"language": "en"})
    page = look(browser, f"/board/matches/{number}/way")
    assert "of shelf life left" in page.text
    assert "not said; ask the buyer" in page.text


def test_a_match_of_another_province_has_no_way(
    make_user: Make, sign_in: SignIn, matched: Callable[..., int]
) -> None:
    far = sign_in(make_user("officer", "far@example.com", provinces=["Cà Mau"]))
    number = matched()
    assert far.get(f"/board/matches/{number}/way").status_code == 404
    assert far.get(f"/board/matches/{number}/way.xlsx").status_code == 404


def test_one_driver_takes_the_long_time_and_two_the_short_one(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    far = {"commune": "Lý Sơn", "province": "Quảng Ngãi"}
    browser, address = sign_in(officer), f"/board/matches/{matched({'place': far})}/way"
    either, one, two = (
        look(browser, address + asked).all("svg", role="img")[0]["aria-label"]
        for asked in ("", "?drivers=1", "?drivers=2")
    )
    assert len({either, one, two}) == 3
    assert look(browser, address + "?drivers=9").all("svg", role="img")[0]["aria-label"] == either
    page = look(browser, address + "?drivers=2")
    chosen = [option["value"] for option in page.all("option", selected="")]
    assert "2" in chosen
    assert "drivers=2" in next(link["href"] for link in page.all("a") if ".xlsx" in link["href"])


def test_an_export_order_shows_the_ship_as_another_means_and_a_domestic_one_does_not(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    keeps = {
        "product": "Hồ tiêu",
        "shelf_life_days": 300,
        "place": {"commune": "Sơn La", "province": "Sơn La"},
    }
    number = matched(keeps, product="Hồ tiêu", channel="exporter_eu", place={"commune": "Cát Lái"})
    browser, address = sign_in(officer), f"/board/matches/{number}/way"
    page = look(browser, address)
    link = next(a for a in page.all("a") if "by=ship" in a.get("href", ""))
    assert "Có đoạn đi tàu container ven biển" in page.text
    by_ship = look(browser, link["href"])
    assert "Chờ tàu ở cảng" in by_ship.text
    assert "có đoạn đi tàu container ven biển" in by_ship.all("svg", role="img")[0]["aria-label"]
    assert "by=flight" not in str(page)


def test_what_an_order_does_not_allow_stays_on_the_road(
    officer: User, sign_in: SignIn, look: Look, matched: Callable[..., int]
) -> None:
    page = look(sign_in(officer), f"/board/matches/{matched()}/way?by=flight")
    assert "Máy bay" not in page.text
    assert "Cách chở khác" not in page.text
