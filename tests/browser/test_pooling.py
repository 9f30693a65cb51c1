"""An order that no single producer fills: pooled, tried, asked by telephone and by link, agreed, accepted."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import SCREENS, serious, visit

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]
LYCHEE = "/board/demands/D001"  # 15 tonnes a day; the largest has not enough


def answer(page: Page, member: int, said: str, **amounts: str) -> None:
    """Enters what a member said on the telephone."""
    card = page.locator(".pool-member").nth(member)
    card.locator("summary").click()
    card.get_by_label(said, exact=True).check()
    for name, amount in amounts.items():
        card.locator(f"input[name={name.replace('_', '-')}]").fill(amount)
    card.get_by_role("button", name=re.compile("^Ghi")).click()


def test_an_order_is_filled_by_several_villages(sign_in: SignIn, arrive: Callable[..., Page]) -> None:
    page = sign_in("officer")
    page.goto(LYCHEE)
    expect(page.locator(".pool-offer")).to_contain_text("Không bên nào một mình đủ lượng")
    page.get_by_role("button", name="Gom hàng cho đơn này").click()

    # the pool, its thermometer and its proof
    expect(page.get_by_role("heading", name="Gom hàng cho đơn này")).to_be_visible()
    expect(page.locator("#filled")).to_contain_text("Gom được")
    expect(page.locator(".tube")).to_have_count(2)
    expect(page.locator(".tube").first).to_contain_text("Tháng 6")
    count = page.locator(".pool-member").count()
    assert count > 1
    expect(page.locator(".pool-route li")).to_have_count(count + 1)
    assert serious(page) == []

    # what if one of them stayed away: shown, not kept
    page.get_by_label("Với bên nào").select_option(index=count - 1)
    page.get_by_label("Thì", exact=True).select_option("out")
    page.get_by_role("button", name="Xem thử").click()
    expect(page.locator(".pool-changes")).to_contain_text("ra khỏi nhóm")
    assert serious(page) == []
    page.get_by_role("link", name="Để nguyên như cũ").click()
    expect(page.locator(".pool-member")).to_have_count(count)

    # hold, then ask: the call list has a link for each
    page.get_by_role("button", name="Giữ hàng").click()
    expect(page.locator(".page-head")).to_contain_text("đang giữ hàng đến hết ngày")
    page.get_by_role("link", name="Danh sách gọi hỏi").click()
    expect(page.locator(".call")).to_have_count(count)
    assert serious(page) == []
    link = page.locator(".call__link span").nth(1).inner_text()
    page.go_back()

    # the lead says less on the telephone: solved again, and what changed is told
    answer(page, 0, "giao được ít hơn", m_6="200.000")
    expect(page.locator("#changes")).to_contain_text("sau câu trả lời của thành viên")
    expect(page.locator("#changes")).to_contain_text("bớt đi")

    # another answers by its own link on a small phone without scripts, and sees nobody else
    phone = arrive(SCREENS["phone"], scripts=False)
    visit(phone, link)
    expect(phone.get_by_role("main")).not_to_contain_text("Nam Dương")
    phone.get_by_label("Được, giao đủ phần này").check()
    phone.get_by_role("button", name="Gửi câu trả lời").click()
    expect(phone.get_by_role("main")).to_contain_text("Đã ghi câu trả lời: đồng ý")

    # the agreement, and the pool goes on as one supplier
    page.reload()
    expect(page.locator(".pool-member").nth(1)).to_contain_text("qua đường dẫn riêng")
    got = page.request.get(f"{LYCHEE}/pool/agreement.pdf")
    assert got.body()[:4] == b"%PDF"
    page.get_by_role("button", name="Chốt nhóm").click()
    expect(page.get_by_role("main")).to_contain_text("Nhóm đi tiếp như một bên bán")
    page.get_by_role("link", name="Xem hồ sơ kết nối của nhóm").click()
    expect(page.locator("#keeping")).to_be_visible()
    page.goto(LYCHEE)
    expect(page.locator(".match").first).to_contain_text("Đứng đầu nhóm gom hàng gồm")


@pytest.mark.parametrize("screen", SCREENS)
def test_the_pages_of_a_pool_are_open_to_everyone(sign_in: SignIn, screen: str) -> None:
    page = sign_in("officer", SCREENS[screen])
    page.goto("/board/demands/D002")
    page.locator(".pool-offer").get_by_role(re.compile("button|link").pattern and "button").or_(
        page.locator(".pool-offer a")
    ).first.click()
    for path in ("pool", "pool/calls", "pool/history"):
        visit(page, f"/board/demands/D002/{path}")
    visit(page, "/board/season/")
    page.goto("/board/demands/D002/pool")
    page.locator(".pool-answer summary").first.click()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
