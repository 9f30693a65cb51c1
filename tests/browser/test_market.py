"""A buyer from signing in to candidates; a producer's offer on a cheap phone without scripts."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.screens import fits

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]
PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("scripts", [True, False])
def test_a_buyer_posts_a_demand_and_sees_candidates(sign_in: SignIn, scripts: bool) -> None:
    page = sign_in("buyer", scripts=scripts)
    page.get_by_role("link", name="Đăng nhu cầu mới").click()
    page.get_by_label("Sản phẩm", exact=True).fill("Miến dong")
    page.get_by_label("Số lượng").fill("12,5")
    page.get_by_label("Đơn vị", exact=True).select_option("tấn")
    for month in ("tháng 12", "tháng 1"):
        page.get_by_label(month, exact=True).check()
    page.get_by_label("Giao hàng tại").fill("Tiên Du, Bắc Ninh")
    page.get_by_role("button", name="Đăng và tìm nguồn hàng").click()
    expect(page.get_by_text("Đã đăng nhu cầu “Miến dong”.")).to_be_visible()
    expect(page.get_by_role("heading", name="nguồn hàng phù hợp")).to_be_visible()
    expect(page.locator(".match").first).to_contain_text("Miến dong")
    expect(page.locator(".match").first).to_contain_text("chưa thẩm tra")
    expect(page.get_by_role("main")).not_to_contain_text("HTX")


def test_a_wrong_amount_is_told_at_its_field(sign_in: SignIn) -> None:
    page = sign_in("buyer", scripts=False)
    page.goto("/demands/new")
    page.get_by_label("Số lượng").fill("nhiều")
    page.get_by_role("button", name="Đăng và tìm nguồn hàng").click()
    expect(page.get_by_role("alert")).to_contain_text("Sản phẩm: Cần điền mục này.")
    page.get_by_role("link", name="Số lượng: Phải viết bằng số, ví dụ 1500 hoặc 2,5.").click()
    expect(page.locator("#quantity-error")).to_be_in_viewport()


def test_a_producer_offers_in_own_words_on_a_phone_without_scripts(sign_in: SignIn) -> None:
    page = sign_in("producer", PHONE, scripts=False)
    page.get_by_role("link", name="Chào bán sản phẩm mới").click()
    page.get_by_label("Sản phẩm", exact=True).fill("Mật ong bạc hà")
    page.get_by_label("Sản lượng và giá").fill("300 lít mỗi tháng, giá 400 nghìn/lít tại vườn")
    page.get_by_label("Mùa vụ").fill("từ tháng 10 đến tháng 12")
    page.get_by_label("Nơi sản xuất").fill("Mèo Vạc, Hà Giang")
    page.get_by_label("Chứng nhận VietGAP").check()
    page.get_by_role("button", name="Gửi chào bán").click()
    expect(page.get_by_text("Đã nhận chào bán “Mật ong bạc hà”.")).to_be_visible()
    understood = page.get_by_role("table")
    expect(understood).to_contain_text("Mật ong bạc hà")
    expect(understood).to_contain_text("300 lít mỗi tháng")
    expect(understood).to_contain_text("T10–T12")
    page.get_by_role("button", name="Đúng rồi").click()
    expect(understood).to_contain_text("đã xác nhận")
    page.get_by_role("link", name="Rút chào bán").click()
    page.get_by_role("button", name="Rút chào bán").click()
    expect(page.locator("tbody tr").first).to_contain_text("đã rút")


def test_one_long_word_stays_inside_its_card(sign_in: SignIn) -> None:
    page = sign_in("producer", PHONE)
    page.goto("/offers/new")
    page.get_by_label("Sản phẩm", exact=True).fill("mậnhậu" * 40)
    page.get_by_label("Sản lượng và giá").fill("1 tấn, 105-120 nghìn/kg hơi")
    page.get_by_role("button", name="Gửi chào bán").click()
    for path in (page.url, f"{page.url}/withdraw", "/offers/"):
        page.goto(path)
        fits(page)
        words = "[...document.querySelectorAll('main :is(h1, td, tbody th, .row-title)')]"
        over = f"{words}.filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).length"
        assert page.evaluate(over) == 0


def test_a_question_about_the_place_is_where_one_goes_on_without_scripts(sign_in: SignIn) -> None:
    page = sign_in("producer", PHONE, scripts=False)
    page.goto("/offers/new")
    page.get_by_label("Sản phẩm", exact=True).fill("Mận")
    page.get_by_label("Nơi sản xuất").fill("Tân Lập")
    page.get_by_role("button", name="Gửi chào bán").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_label("Nơi khác").check()
    page.get_by_role("button", name="Gửi chào bán").click()
    expect(page.get_by_role("table")).to_contain_text("Có nhiều nơi cùng tên này.")


def test_a_ranked_list_prints_many_offers_on_a_sheet(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.goto("/board/demands/D055?near=all")
    offers = page.locator(".match").count()
    sheets = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(sheets) <= 1 + offers // 4
