from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User

Look = Callable[..., Any]
Make = Callable[..., Any]
SignIn = Callable[[User], FlaskClient]
DELTA = {"commune": "Tiên Du", "province": "Bắc Ninh", "lat": 21.1529, "lon": 106.022, "terrain": "delta"}


@pytest.fixture
def office(officer: User, make_offer: Make, make_demand: Make, sign_in: SignIn) -> FlaskClient:
    """An officer of all provinces; three offers of the delta stand before one of the mountains."""
    for number in range(3):
        make_offer(officer, id=f"O{number}", place=DELTA, price_min=14_000)
    make_offer(officer, id="O8", price_min=15_000, producer="HTX Vùng Cao (mẫu)")
    make_demand(officer)
    return sign_in(officer)


def test_the_report_names_who_is_crowded_out(office: FlaskClient, look: Look) -> None:
    page = look(office, "/board/exposure/")
    assert "Xã vùng cao, hải đảo, xa chợ 1 0 0 % 25 % bị lấn" in page.text
    assert "Mức đang đặt: tắt" in page.text


def test_a_group_short_of_less_than_a_place_is_not_called_crowded_out(
    office: FlaskClient, officer: User, make_offer: Make, make_demand: Make, look: Look
) -> None:
    for number in (1, 2):
        make_offer(officer, id=f"A{number}", price_min=15_000, producer=f"Hộ {number} (mẫu)")
    make_demand(officer, id="D2")  # three of its six hold two of the first five places: 2.5 by lot
    text = look(office, "/board/exposure/?places=5").text
    assert "33,3 % 38,9 % thiếu chưa tới một hạng" in text


def test_a_loss_can_be_looked_at_before_it_is_allowed(office: FlaskClient, look: Look) -> None:
    page = look(office, "/board/exposure/?places=3&loss=10")
    assert "Phần hạng đầu nếu nâng" in page.text
    assert "Nếu nâng: 1 nhu cầu đổi thứ tự" in page.text
    assert "Mức đang đặt: tắt" in page.text


def test_a_limit_that_is_set_shows_on_the_board_and_can_be_turned_off(
    office: FlaskClient, look: Look
) -> None:
    assert "nâng cơ hội" not in look(office, "/board/demands/D1").text
    sent = {"places": "3", "max_loss": "100000", "note": "ưu tiên vùng cao"}
    told = look(office, "/board/exposure/", data=sent, follow_redirects=True)
    assert "mất tối đa 10 điểm trong 3 hạng đầu" in told.text
    assert "nâng cơ hội" in look(office, "/board/demands/D1").text

    look(office, "/board/exposure/", data={"places": "3", "max_loss": "0"})
    assert "nâng cơ hội" not in look(office, "/board/demands/D1").text


@pytest.mark.parametrize("loss", ["nhiều", "-1", "11", ""])
def test_a_loss_that_is_no_number_of_points_is_told_at_its_field(
    office: FlaskClient, look: Look, loss: str
) -> None:
    page = look(office, f"/board/exposure/?places=3&loss={loss}")
    assert page.all("p", id="loss-error")
    assert page.title.startswith("Lỗi: ")


@pytest.mark.parametrize("sent", [{"places": "4", "max_loss": "0"}, {"places": "3", "max_loss": "-5"}])
def test_what_the_form_never_sends_is_not_found(office: FlaskClient, sent: dict[str, str]) -> None:
    assert office.post("/board/exposure/", data=sent).status_code == 404


def test_an_officer_of_one_province_reads_and_does_not_set(
    office: FlaskClient, make_user: Make, sign_in: SignIn, look: Look
) -> None:
    other = sign_in(make_user("officer", "mot@example.com", provinces=["Cà Mau"]))
    page = look(other, "/board/exposure/")
    assert "Chưa có nhu cầu đang mở nào có nguồn hàng phù hợp." in page.text
    assert "do quản trị hoặc cán bộ phụ trách cả nước đặt" in page.text
    assert other.post("/board/exposure/", data={"places": "3", "max_loss": "10"}).status_code == 403
