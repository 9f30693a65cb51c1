"""An officer teaches the catalogue a product: sees what changes, saves, finds the match, takes it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from secrets import token_hex

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, User
from matchmaker.services import demands, matches, offers
from tests.conftest import DEMAND, OFFER

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]
NAME, OTHER = "quả prêu lăng", "prưng hmang"


@pytest.fixture
def strangers(demo_app: Flask) -> Iterator[str]:
    """A demand and an offer of one thing under two names that no kind has; they leave the market again."""
    with demo_app.app_context():
        demand = demands.post(DEMAND | {"id": f"D-{token_hex(4)}", "product": NAME}, admin()).id
        offer = offers.post(OFFER | {"id": f"O-{token_hex(4)}", "product": OTHER}, admin()).id
        matches.rank_demand(demand)
    yield f"/board/demands/{demand}"
    with demo_app.app_context():
        demands.close(demand, admin(), db.session.get(Demand, demand).version)
        offers.close(offer, admin(), db.session.get(Offer, offer).version)


def admin() -> User:
    found = db.session.scalar(select(User).where(User.email == "admin@example.com"))
    assert found is not None
    return found


def fill_in(page: Page) -> None:
    page.get_by_label("Tên tiếng Việt").fill(NAME)
    page.get_by_label("Tên gọi khác", exact=False).first.fill(OTHER)
    page.get_by_label("Thuộc").fill("trái cây (fruit)")
    page.get_by_label("Dạng hàng").select_option("fresh")
    page.get_by_label("Nguồn").fill("hợp tác xã Kon Plông")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_kind_is_added_matches_and_is_taken_back(sign_in: SignIn, strangers: str, scripts: bool) -> None:
    page = sign_in("officer", scripts=scripts)
    page.goto(strangers)
    expect(page.get_by_role("main")).not_to_contain_text(OTHER)

    page.locator(".site-nav summary", has_text="Tra cứu").click()
    page.get_by_role("link", name="Danh mục", exact=True).click()
    page.get_by_role("link", name="Thêm mặt hàng").click()
    page.get_by_role("button", name="Xem điều gì đổi").click()
    expect(page.get_by_role("alert")).to_contain_text("Tên tiếng Việt")
    fill_in(page)
    page.get_by_role("button", name="Xem điều gì đổi").click()
    look = page.locator("#look")
    expect(look).to_contain_text(re.compile(r"1\s*cặp khớp thêm"))
    expect(look.get_by_role("row", name=NAME)).to_contain_text("đúng mặt hàng")

    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("Cần ghi lý do")
    page.get_by_label("Lý do").fill("bà con gọi như vậy")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(page.locator("main table")).to_contain_text("bà con gọi như vậy")
    page.goto(strangers)
    expect(page.locator(".match").first).to_contain_text(OTHER)

    page.goto("/reference/products?q=preu+lang")
    page.get_by_role("link", name=NAME).click()
    page.get_by_role("link", name="Hoàn tác").click()
    expect(page.locator("#look")).to_contain_text(re.compile(r"1\s*cặp thôi khớp"))
    page.get_by_label("Lý do").fill("nhập thử")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_role("main")).to_contain_text("đã hoàn tác")
    page.goto(strangers)
    expect(page.get_by_role("main")).not_to_contain_text(OTHER)


def test_what_was_edited_after_looking_is_looked_at_again(sign_in: SignIn, strangers: str) -> None:
    page = sign_in("officer")
    page.goto("/reference/products/new")
    fill_in(page)
    page.get_by_role("button", name="Xem điều gì đổi").click()
    page.get_by_label("Tên tiếng Việt").fill("một tên khác hẳn")
    page.get_by_label("Lý do").fill("thử")
    page.get_by_role("button", name="Lưu").click()

    expect(page.locator("#look")).to_contain_text("Bạn đã sửa sau khi xem")
    page.goto("/reference/products?q=mot+ten+khac+han")
    expect(page.locator("#kinds")).to_contain_text("Danh mục chưa có mặt hàng nào như vậy.")


def test_a_market_is_checked_again_and_the_history_tells_by_whom(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.goto("/reference/markets/?q=sau+rieng")
    page.locator("main table").get_by_role("link").first.click()
    page.get_by_label("Nguồn").fill("Nghị định thư sửa đổi")
    page.get_by_label("Lý do").fill("tra lại")
    page.get_by_role("button", name="Lưu").click()

    page.goto("/reference/history?subject=markets")
    expect(page.locator("main table")).to_contain_text("Nghị định thư sửa đổi")
    expect(page.locator("main table")).to_contain_text("Cán bộ xúc tiến (mẫu)")


def test_a_buyers_own_terms_fill_its_next_demand_and_say_so(sign_in: SignIn) -> None:
    page = sign_in("buyer")
    page.goto("/demands/new")
    page.get_by_role("link", name="Sửa điều kiện thường dùng của đơn vị").click()
    page.get_by_label("Thanh toán sau (ngày)").fill("7")
    page.get_by_label("Lý do").fill("ưu tiên hợp tác xã nhỏ")
    page.get_by_role("button", name="Lưu").click()

    page.goto("/demands/new")
    expect(page.get_by_label("Thanh toán sau (ngày)")).to_have_value("7")
    expect(page.get_by_role("main")).to_contain_text("Theo mẫu riêng của bên mua, sửa ngày")
