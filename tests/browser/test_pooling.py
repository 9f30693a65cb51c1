"""An order that no single producer fills: pooled, tried, asked by telephone and by link, agreed, accepted."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import SCREENS, fits
from tests.browser.test_every_page import serious, visit

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]
PERSIMMON = "/board/demands/D009"  # 90 tonnes a month; the largest has 40
VEGETABLES = "/board/demands/D002"


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
    page.goto(PERSIMMON)
    expect(page.locator(".pool-offer")).to_contain_text("Không bên nào một mình đủ lượng")
    page.get_by_role("button", name="Gom hàng cho đơn này").click()

    # the pool, its thermometer, its proof and the way of collection
    expect(page.get_by_role("heading", name="Gom hàng cho đơn này")).to_be_visible()
    expect(page.locator("#filled")).to_have_text("Gom đủ: 180 tấn")
    expect(page.locator(".tube")).to_have_count(2)
    expect(page.locator(".tube").first).to_contain_text("Tháng 9")
    expect(page.locator(".tube").first).to_contain_text("100 %")
    expect(page.locator(".pool-member")).to_have_count(3)
    expect(page.locator(".pool-route li:not(.pool-route__end)")).to_have_count(3)
    assert serious(page) == []

    # what if one of them stayed away: shown, not kept
    page.get_by_label("Với bên nào").select_option(index=2)
    page.get_by_label("Thì", exact=True).select_option("out")
    page.get_by_role("button", name="Xem thử").click()
    expect(page.locator(".pool-changes")).to_contain_text("ra khỏi nhóm")
    assert serious(page) == []
    page.get_by_role("link", name="Để nguyên như cũ").click()
    expect(page.locator(".pool-member")).to_have_count(3)

    # hold, then ask: the call list has a link for each
    page.get_by_role("button", name="Giữ hàng").click()
    expect(page.locator(".page-head")).to_contain_text("đang giữ hàng đến hết ngày 05/12/2026")
    page.get_by_role("link", name="Danh sách gọi hỏi").click()
    expect(page.locator(".call")).to_have_count(3)
    assert serious(page) == []
    lead = page.locator(".call h2").first.inner_text()
    name = page.locator(".call h2").nth(1).inner_text()
    link = page.locator(".call__link span").nth(1).inner_text()
    page.go_back()

    # the lead says less on the telephone: solved again, and what changed is told
    answer(page, 0, "giao được ít hơn", m_9="30.000", m_10="30.000")
    expect(page.locator("#changes")).to_contain_text("sau câu trả lời của thành viên")
    expect(page.locator("#changes")).to_contain_text("bớt đi")

    # another answers by its own link on a small phone without scripts, and sees nobody else
    phone = arrive(SCREENS["phone"], scripts=False)
    phone.goto(link)
    expect(phone.get_by_role("main")).to_contain_text(name)
    expect(phone.get_by_role("main")).not_to_contain_text(lead)
    fits(phone)
    phone.get_by_label("Được, giao đủ phần này").check()
    phone.get_by_role("button", name="Gửi câu trả lời").click()
    expect(phone.get_by_role("main")).to_contain_text("Đã ghi câu trả lời: đồng ý")

    # the last on the telephone; then the agreement, and the pool goes on as one supplier
    page.reload()
    waiting = page.locator(".pool-member").filter(has_text="chờ trả lời")
    expect(waiting).to_have_count(1)
    waiting.locator("summary").click()
    waiting.get_by_label("đồng ý", exact=True).check()
    waiting.get_by_role("button", name=re.compile("^Ghi")).click()
    expect(page.locator(".pool-member").filter(has_text="qua đường dẫn riêng")).to_contain_text(name)
    assert page.request.get(f"{PERSIMMON}/pool/agreement.pdf").body()[:4] == b"%PDF"
    page.get_by_role("button", name="Chốt nhóm").click()
    expect(page.get_by_role("main")).to_contain_text("Nhóm đi tiếp như một bên bán")
    page.get_by_role("link", name="Xem hồ sơ kết nối của nhóm").click()
    expect(page.locator("#keeping")).to_be_visible()
    page.goto(PERSIMMON)
    expect(page.locator(".match").filter(has_text="Đứng đầu nhóm gom hàng gồm 3 bên")).to_have_count(1)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_pages_of_a_pool_are_open_to_everyone(sign_in: SignIn, screen: str) -> None:
    page = sign_in("officer", SCREENS[screen])
    page.goto(f"{VEGETABLES}/pool")
    begin = page.get_by_role("button", name="Gom hàng cho đơn này")
    if begin.count():
        begin.click()
    for path in ("pool", "pool/calls", "pool/history", "pool/what-if?offer=khong-co&action=out"):
        visit(page, f"{VEGETABLES}/{path}")
    visit(page, "/board/season/?demand=D001")
    page.goto(f"{VEGETABLES}/pool")
    page.locator(".pool-answer summary").first.click()
    assert serious(page) == []
    fits(page)
