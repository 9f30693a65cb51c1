"""An officer from signing in to decisions, with the keyboard alone and without any script."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]


def test_an_officer_decides_with_the_keyboard_alone(sign_in: SignIn) -> None:
    page = sign_in("officer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bảng kết nối")
    page.keyboard.press("/")
    page.keyboard.type("cam sanh")
    expect(page.locator("#demands tbody tr")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator("tr.is-current")).to_contain_text("Cam sành")
    page.keyboard.press("Enter")
    expect(page.locator(".match").first).to_be_visible()

    page.keyboard.press("j")
    first = page.locator(".match.is-current")
    expect(first).to_contain_text("Hạng 1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Điểm này từ đâu ra")).to_be_visible()
    expect(page.locator(".evidence tfoot")).to_contain_text("Tổng điểm")
    page.keyboard.press("u")
    expect(page.locator(".match.is-current")).to_contain_text("Hạng 1")

    page.keyboard.press("a")
    expect(page.locator(".match").first).to_contain_text("Đã duyệt")
    expect(page.locator(".match.is-current")).to_contain_text("Hạng 2")
    page.keyboard.press("r")
    expect(page.locator(".match.is-current select[name=reason]")).to_be_focused()
    page.keyboard.type("Quy")
    page.keyboard.press("Tab")
    page.keyboard.type("chưa đủ người hái")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".match").nth(1)).to_contain_text("Đã loại")
    expect(page.locator(".match").nth(1)).to_contain_text("Quy mô nhỏ.")
    expect(page.locator(".match").nth(1)).to_contain_text("chưa đủ người hái")

    page.keyboard.press("u")
    expect(page.get_by_role("row", name=re.compile("Cam sành"))).to_contain_text("Đã duyệt nguồn")


def test_an_officer_decides_without_any_script(sign_in: SignIn) -> None:
    page = sign_in("officer", scripts=False)
    page.get_by_label("Tìm sản phẩm, bên mua, nơi giao").fill("mien dong")
    page.get_by_role("button", name="Lọc").click()
    page.locator("#demand-D004").get_by_role("link").click()
    card = page.locator(".match").first
    card.get_by_role("button", name="Tạm giữ").first.click()
    expect(card.locator(".decision-line")).to_contain_text("Tạm giữ")
    card.get_by_text("Loại hoặc ghi chú…").click()
    card.get_by_role("button", name="Loại", exact=True).click()
    expect(page.get_by_text("Từ chối thì cần chọn lý do.")).to_be_visible()
    page.get_by_label("Lý do loại").select_option("logistics")
    page.get_by_role("button", name="Loại", exact=True).click()
    expect(page.locator(".match").first.locator(".decision-line")).to_contain_text("Vận chuyển khó.")


def test_keys_are_explained_where_they_work(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.keyboard.press("?")
    expect(page.locator(".key-help")).to_contain_text("dòng sau")
    page.keyboard.press("?")
    expect(page.locator(".key-help dl")).to_be_hidden()


def test_keys_can_be_turned_off_and_stay_off(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.keyboard.press("?")
    page.get_by_role("button", name="Tắt phím tắt").click()
    page.reload()
    page.keyboard.press("j")
    expect(page.locator(".is-current")).to_have_count(0)
    page.locator(".key-help summary").click()
    page.get_by_role("button", name="Bật phím tắt").click()
    page.keyboard.press("j")
    expect(page.locator(".is-current")).to_have_count(1)


def test_keys_do_nothing_while_one_types(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.get_by_label("Tìm sản phẩm, bên mua, nơi giao").press_sequentially("jakarta?")
    expect(page.get_by_label("Tìm sản phẩm, bên mua, nơi giao")).to_have_value("jakarta?")
    expect(page.locator(".is-current")).to_have_count(0)


def test_the_filter_narrows_while_one_types_and_the_address_keeps_it(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.get_by_label("Tìm sản phẩm, bên mua, nơi giao").press_sequentially("vai thieu")
    expect(page.locator("#demands tbody tr").first).to_contain_text("Vải thiều")
    expect(page).to_have_url(re.compile("q=vai"))
    page.reload()
    expect(page.get_by_label("Tìm sản phẩm, bên mua, nơi giao")).to_have_value("vai thieu")


def test_the_language_stays_chosen(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Matching board")
    page.locator("summary", has_text="Supply and demand").click()
    page.get_by_role("link", name="Offers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Offers")


def test_an_officer_decides_from_the_explanation_with_one_key(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.goto("/board/demands/D008")
    page.locator(".match [data-key=open]").first.click()
    expect(page.get_by_role("heading", name="Điểm này từ đâu ra")).to_be_visible()
    page.wait_for_load_state()  # the keys are heard once the scripts run
    page.keyboard.press("h")
    expect(page.locator(".match").first.locator(".decision-line")).to_contain_text("Tạm giữ")


def test_an_explanation_prints_on_two_sheets_at_most_with_its_sentences_in_whole_lines(
    sign_in: SignIn,
) -> None:
    page = sign_in("officer")
    page.goto("/board/demands/D001")
    page.locator(".match__title a").last.click()
    sentence = page.locator(".evidence tbody td").nth(4).inner_text()
    sheets = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(sheets) <= 2
    printed = sheets[0].extract_text()
    assert " ".join(sentence.split()[:6]) in printed
    assert "Duyệt" not in printed
