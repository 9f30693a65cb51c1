"""A profile from a copy over the trial to its adoption and back; what steps would unlock; both sides."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]


def field(page: Page, name: str, value: str) -> None:
    page.locator(f'[name="{name}"]').fill(value)


def number(text: str) -> float:
    return float(text.replace(",", "."))


def plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def profile_of_a_match(page: Page) -> str:
    """The profile that the account of a demand's first offer names."""
    page.goto("/board/demands/D008")
    page.locator(".match [data-key=open]").first.click()
    return page.get_by_text("Chấm theo").inner_text()


def test_an_officer_tries_adopts_and_takes_back_a_profile_without_any_script(sign_in: SignIn) -> None:
    page = sign_in("officer", scripts=False)
    assert "Bộ mặc định, bản 1" in profile_of_a_match(page)
    page.locator("summary", has_text="Tra cứu").click()
    page.get_by_role("link", name="Bộ trọng số", exact=True).click()
    page.get_by_role("link", name="Sao chép và sửa").click()

    field(page, "weights.volume", "1")
    page.get_by_role("button", name="Tính lại tổng").click()
    expect(page.locator(".value-sum")).to_contain_text("thiếu")
    expect(page.locator("#name-error")).to_be_visible()
    missing = page.locator(".value-sum").inner_text().split("thiếu ")[1].split(")")[0]
    price = page.locator('[name="weights.price"]').input_value()
    field(page, "weights.price", plain(number(price) + number(missing)))
    field(page, "thresholds.volume_far_below", "95")
    field(page, "name", "Giá trước hết")
    page.get_by_role("button", name="Lưu bản mới rồi thử").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thử: Giá trước hết, bản 1")

    page.get_by_role("button", name="Thử", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile(r"Đã thử \d+ nhu cầu"))).to_be_visible()
    expect(page.locator(".trial-demand").first).to_contain_text(re.compile("hạng|bị loại"))
    assert "Bộ mặc định, bản 1" in profile_of_a_match(page)

    page.go_back()
    page.go_back()
    page.get_by_label("Vì sao dùng bản này").fill("thử nghiệm")
    page.get_by_role("button", name="Dùng bản này cho cả hệ thống").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Giá trước hết, bản 1")
    assert "Giá trước hết, bản 1" in profile_of_a_match(page)

    page.goto("/profiles/")
    page.get_by_role("button", name=re.compile("Quay lại bản này")).click()
    expect(page.get_by_role("heading", name=re.compile("^Đang dùng: Bộ mặc định, bản 1"))).to_be_visible()
    assert "Bộ mặc định, bản 1" in profile_of_a_match(page)


def test_an_officer_goes_from_what_a_step_unlocks_to_the_account_of_a_pair(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.get_by_role("link", name="Gỡ vướng: mỗi việc mở ra bao nhiêu hàng").click()
    page.get_by_role("button", name=re.compile("Tính (bảng này|lại)")).click()
    expect(page.get_by_text(re.compile("^Tính lúc "))).to_be_visible()
    page.get_by_label("Gộp theo").select_option("commune")
    page.get_by_role("button", name="Lọc").click()
    row = page.locator(".unlocks tbody tr").first
    expect(row).to_contain_text(re.compile("tấn|kg"))
    row.get_by_role("link", name=re.compile("Xem các cặp")).click()
    page.locator("tbody th a").first.click()
    expect(page.get_by_role("heading", name="Điểm này từ đâu ra")).to_be_visible()
    with page.expect_download() as download:
        page.goto("/board/unlocks/")
        page.get_by_role("link", name="Tải XLSX").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def test_a_list_is_seen_from_both_sides_and_back(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.goto("/board/demands/D001")
    page.get_by_role("link", name="Cả hai phía").click()
    expect(page.locator(".both-sides tbody tr").first).to_contain_text("hạng")
    page.get_by_role("link", name="Theo bên mua").click()
    expect(page.locator(".match").first).to_be_visible()
