"""A department's list from its file to the market, with the doubts settled on the way; a pasted message."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import fits

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]

NARROW = {"width": 360, "height": 740}
ROWS = (
    "STT,Tên HTX,Sản phẩm,Sản lượng (tấn/năm),Thời vụ,Nơi sản xuất\n"
    '1,HTX Trình duyệt Một (mẫu),Mận tam hoa,60,tháng 6-7,"Bắc Hà, Lào Cai"\n'
    '2,HTX Trình duyệt Hai (mẫu),Lê vàng,nhiều,T8-T9,"Sa Pa, Lào Cai"\n'
    "3,HTX Trình duyệt Ba (mẫu),rau củ các loại,12,quanh năm,Tân Lập\n"
)
NEARLY = 'HTX Trình duyệt Một (mẫu),mận tam hoa Bắc Hà,62,T6-T7,"Bắc Hà, Lào Cai"\n'


def send(page: Page, name: str, text: str) -> None:
    page.goto("/imports/")
    page.locator('input[type="file"]').set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Đọc và xem trước").click()
    expect(page.locator("#rows")).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_doubts_of_a_list_are_settled_it_is_taken_and_what_is_nearly_the_same_is_asked_about(
    sign_in: SignIn, scripts: bool
) -> None:
    page = sign_in("officer", NARROW, scripts=scripts)
    send(page, "danh-sach.csv", ROWS)
    expect(page.locator("#rows ~ table")).to_contain_text("Một dòng có nhiều sản phẩm")
    expect(page.locator("#rows ~ table")).to_contain_text("nhiều")
    fits(page)
    if page.locator("#places").count():  # the first of the two runs is remembered for the second
        page.locator("#places select").first.select_option("Tân Lập|Lâm Đồng")
        page.locator("#places").get_by_role("button", name="Ghi lại").click()
    expect(page.get_by_text("“Tân Lập” được hiểu là Tân Lập, Lâm Đồng")).to_be_visible(timeout=20_000)

    page.get_by_role("button", name="Nhập cả 3 dòng").click()
    expect(page.get_by_role("button", name="Hoàn tác cả danh sách")).to_be_visible(timeout=20_000)
    send(page, "gan-giong.csv", "Tên HTX,Sản phẩm,Sản lượng (tấn/năm),Thời vụ,Nơi sản xuất\n" + NEARLY)
    expect(page.locator("#records")).to_contain_text("1 dòng có thể là bản ghi đã có")
    fits(page)
    page.locator("#records select").select_option(index=1)
    page.locator("#records").get_by_role("button", name="Ghi lại").click()
    expect(page.locator("#rows ~ table .govuk-tag")).to_have_text("sửa", timeout=20_000)

    page.goto("/imports/")
    page.get_by_role("link", name="danh-sach.csv").first.click()
    page.get_by_role("button", name="Hoàn tác cả danh sách").click()
    expect(page.get_by_text("Đã hoàn tác 3 bản ghi")).to_be_visible()


def test_a_pasted_message_fills_the_form_and_an_emptied_field_stays_empty(sign_in: SignIn) -> None:
    page = sign_in("producer", NARROW)
    page.goto("/offers/new")
    page.locator("details:has(#message) > summary").click()
    page.locator("#message").fill("2 tấn 3 mận tam hoa, tháng 6-7, 12-15k/kg tại vườn, Bắc Hà Lào Cai")
    page.locator('button[name="step"][value="read"]').click()
    expect(page.locator("#quantity")).to_have_value("2300")
    fits(page)
    page.locator("#quantity").fill("")
    page.get_by_role("button", name="Gửi chào bán").click()
    expect(page.get_by_text("Đã nhận chào bán")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("2,3 tấn")
