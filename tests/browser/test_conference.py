"""The demonstration conference from its preparation on, as an organizer and its guests go through it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from matchmaker.extensions import db
from matchmaker.models import Conference
from matchmaker.services import personal_links
from matchmaker.services.seeding import CONFERENCE
from tests.browser.screens import fits
from tests.browser.test_every_page import serious

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]
PHONE = {"width": 360, "height": 740}
ROOM = f"/conferences/{CONFERENCE}"


@pytest.fixture
def link(demo_app: Flask) -> Callable[[str], str]:
    """The address of a participant's own page in the demonstration conference."""

    def of(participant: str, conference_id: str = CONFERENCE) -> str:
        with demo_app.app_context():
            conference = db.session.get(Conference, conference_id)
            assert conference is not None
            row = next(p for p in conference.document["participants"] if p["id"] == participant)
            return f"/p/{conference_id}/{participant}/{personal_links.key(conference_id, row)}"

    return of


def test_a_conference_is_prepared_from_nothing_to_a_timetable_in_peoples_hands(
    sign_in: SignIn, arrive: Callable[..., Page], link: Callable[..., str], tmp_path: Path
) -> None:
    page = sign_in("organizer")
    page.goto("/conferences/")
    page.get_by_role("link", name="Lập hội nghị mới").click()
    page.get_by_label("Tên hội nghị").fill("Hội nghị thử nghiệm (mẫu)")
    page.get_by_label("Số bàn").fill("2")
    page.get_by_label("Khung giờ không xếp gặp").fill("1")
    session = page.get_by_role("group", name="Buổi 1")
    for label, value in (("Ngày", "10/12/2026"), ("Từ", "8h"), ("Đến", "10h"), ("Mỗi cuộc (phút)", "20")):
        session.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Xem trước các khung giờ").click()
    expect(page.get_by_role("heading", name="6 khung giờ")).to_be_visible()
    page.get_by_role("button", name="Lập hội nghị").click()
    expect(page.get_by_text("Đã lập hội nghị “Hội nghị thử nghiệm (mẫu)”.")).to_be_visible()
    room = page.url.removesuffix("/preparation")
    conference_id = room.rsplit("/", 1)[1]

    page.get_by_role("link", name="Lấy từ cơ sở dữ liệu").click()
    page.get_by_label("Tìm tên, sản phẩm").fill("mien dong")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_label("HTX Miến Dong Bình Lư (mẫu)").check()
    page.get_by_role("button", name="Thêm các đơn vị đã đánh dấu").click()
    expect(page.get_by_text("Đã thêm 1 đơn vị.")).to_be_visible()
    producer = page.locator("tbody .row-sub .numeric").first.inner_text()

    page.get_by_role("link", name="Mời thêm").click()
    expect(page.locator("tbody tr").first).to_contain_text(re.compile(r"[\d.,]+ (tấn|kg)"))
    buyer = page.locator("tbody .row-title").first.inner_text()
    page.get_by_role("button", name="Thêm vào hội nghị").first.click()
    expect(page.get_by_text("Đã thêm 1 đơn vị.")).to_be_visible()

    page.get_by_role("link", name="Các đơn vị").click()
    page.get_by_role("link", name="Nhập bảng tính").click()
    sheet = tmp_path / "danh-sach.csv"
    sheet.write_text("Tên;Bên;Sản phẩm bán\nTổ hợp tác Thử (mẫu);Bên bán;Miến dong\n", encoding="utf-8")
    page.get_by_label("Tệp .xlsx hoặc .csv (UTF-8)").set_input_files(sheet)
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_role("heading", name="Sẽ thêm 1, sửa 0, giữ nguyên 0 đơn vị")).to_be_visible()
    page.get_by_role("button", name="Nhập danh sách này").click()
    expect(page.get_by_role("link", name="Tổ hợp tác Thử (mẫu)")).to_be_visible()

    guest = arrive(PHONE, scripts=False)
    guest.goto(link(producer, conference_id))
    expect(guest.get_by_role("main")).to_contain_text("gợi ý")
    guest.get_by_label(buyer).select_option("must")
    guest.get_by_role("button", name="Gửi nguyện vọng").click()
    expect(guest.get_by_text("Đã ghi nguyện vọng.")).to_be_visible()
    fits(guest)

    page.get_by_role("link", name="Nguyện vọng").click()
    expect(page.get_by_text("1 trong 3 đơn vị đã trả lời.")).to_be_visible()
    page.get_by_role("link", name="Các cặp").click()
    expect(page.locator("tbody tr").first).to_contain_text("bắt buộc")
    page.get_by_role("link", name="Tổng quan").click()
    expect(page.get_by_text("Không thấy điều gì cản trở.")).to_be_visible()
    page.get_by_role("button", name="Xếp lịch").click()
    expect(page.get_by_text("Đã xếp xong lịch, bản số 1.")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Phát hành bản số 1").click()
    expect(page.get_by_text("Đã phát hành bản lịch số 1")).to_be_visible()

    guest.goto(link(producer, conference_id))
    expect(guest.get_by_role("heading", name="Lịch gặp của đơn vị")).to_be_visible()
    expect(guest.get_by_role("main")).to_contain_text(buyer)
    fits(guest)
    with guest.expect_download() as download:
        guest.get_by_role("link", name="Đưa vào lịch điện thoại").click()
    assert "BEGIN:VEVENT" in download.value.path().read_text(encoding="utf-8")


def test_wishes_are_typed_in_with_the_keyboard_alone(sign_in: SignIn) -> None:
    page = sign_in("organizer")
    page.goto(f"{ROOM}/wishes/S080")
    expect(page.get_by_label("Muốn gặp, theo thứ tự ưu tiên")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("b01 B02")
    page.keyboard.press("Tab")
    page.keyboard.type("B03")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã ghi nguyện vọng của “Hộ sản xuất U Minh Thượng (mẫu)”.")).to_be_visible()
    page.goto(f"{ROOM}/wishes/S080")
    expect(page.get_by_label("Muốn gặp, theo thứ tự ưu tiên")).to_have_value("B01; B02")
    expect(page.get_by_label("Nhất định phải gặp")).to_have_value("B03")


@pytest.mark.parametrize("screen", [{"width": 1280, "height": 900}, PHONE], ids=["desk", "phone"])
def test_every_room_of_the_preparation_fits_the_screen_in_both_languages(
    sign_in: SignIn, screen: dict[str, int]
) -> None:
    page = sign_in("organizer", screen)
    for language in ("Tiếng Việt", "English"):
        page.get_by_role("button", name=language).click()
        for place in (
            "preparation",
            "setting",
            "guests",
            "guests/B01/edit",
            "guests/database",
            "guests/sheet",
        ):
            page.goto(f"{ROOM}/{place}")
            fits(page)
        for place in ("wishes", "wishes/B01", "pairs", "invitations", "guests/B01/remove"):
            page.goto(f"{ROOM}/{place}")
            fits(page)


def test_a_personal_page_is_open_to_everyone(arrive: Callable[..., Page], link: Callable[..., str]) -> None:
    guest = arrive(PHONE)
    guest.goto(link("S080"))
    expect(guest.get_by_role("button", name="Gửi nguyện vọng")).to_be_visible()
    assert serious(guest) == []
    fits(guest)
