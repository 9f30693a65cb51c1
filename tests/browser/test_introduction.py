"""From a demand posted to the first delivery and the report: an officer doing it all for both sides, and both
sides doing theirs by their own links and accounts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import SCREENS, fits
from tests.browser.test_every_page import serious, visit

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]
MEMORANDA, CONTRACTS = "Biên bản ghi nhớ", "Hợp đồng mua bán, đơn hàng"


def post_demand(page: Page, amount: str) -> str:
    """Posts a demand for dried mushrooms and gives its address on the board, where it stands ranked."""
    page.goto("/demands/new")
    member = page.locator("#organisation")
    if member.count():
        member.select_option(index=1)
    page.locator("#product").fill("Miến dong")
    page.locator("#quantity").fill(amount)
    page.locator("#price_max").fill("150000")
    page.locator("#place").fill("Tiên Du, Bắc Ninh")
    usual = page.locator("input[name=invoice_required]:checked, input[name=required_certificates]:checked")
    for box in reversed(usual.all()):
        box.uncheck()
    page.locator("#channel").select_option("")
    for name in ("payment_days", "discount_pct", "min_lot"):
        page.locator(f"#{name}").fill("")
    for month in (12, 1):
        page.locator(f"#months-{month}").check()
    page.get_by_role("button", name="Đăng và tìm nguồn hàng").click()
    page.wait_for_url(lambda url: "/new" not in url)
    return page.url.split("/")[-1]


def accept_and_introduce(page: Page, demand: str) -> str:
    """Accepts the best source with a key, introduces both sides with another; gives the letter's address."""
    page.goto(f"/board/demands/{demand}")
    expect(page.locator(".match[data-undecided]").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator(".match--accepted")).to_have_count(1)
    page.keyboard.press("g")
    page.wait_for_url("**/introductions/*")
    assert serious(page) == []
    return page.url


def print_letter(page: Page) -> None:
    """Fetches the letter as PDF and as Word file."""
    for name, start in (("PDF", b"%PDF"), ("Word", b"PK")):
        link = page.get_by_role("link", name=re.compile(f"^{name} Thư số .* và phụ lục gửi bên mua"))
        assert page.request.get(link.get_attribute("href") or "").body().startswith(start)


def officer_note(page: Page, stage: str, behalf: int, **amounts: str) -> None:
    """Notes a stage on the match's page on behalf of a side (1 the buyer, 2 the producer)."""
    form = page.locator("#next")
    form.locator("#stage").select_option(stage)
    form.locator("#behalf").select_option(index=behalf)
    for name, value in amounts.items():
        form.locator(f"#{name}").fill(value)
    form.get_by_role("button", name="Ghi", exact=True).click()


def signed(page: Page, kind: str) -> tuple[int, int]:
    """How many agreements of a kind the report counts, and their value in đồng."""
    page.goto("/pipeline/report/")
    cells = page.get_by_role("row", name=kind).get_by_role("cell").all_inner_texts()
    count, value = (int(text.removesuffix("đ").strip().replace(".", "")) for text in (cells[0], cells[-1]))
    return count, value


def print_report(page: Page) -> None:
    """Opens the report and fetches it in each format."""
    page.goto("/pipeline/report/")
    assert serious(page) == []
    for name, start in (("PDF", b"%PDF"), ("Word", b"PK"), ("Excel", b"PK")):
        link = page.get_by_role("link", name=name, exact=True)
        assert page.request.get(link.get_attribute("href") or "").body().startswith(start)


def test_an_officer_carries_a_demand_to_its_first_delivery_for_both_sides(sign_in: SignIn) -> None:
    page = sign_in("officer")
    before, bought = signed(page, MEMORANDA), signed(page, CONTRACTS)
    letter = accept_and_introduce(page, post_demand(page, "400"))
    print_letter(page)

    # both sides answer on the telephone
    for side, told in (("buyer", "Cần hàng mẫu"), ("producer", "Quan tâm")):
        answer = page.locator(".answer").nth(0 if side == "buyer" else 1)
        answer.locator("summary").click()
        answer.get_by_label(told).check()
        answer.get_by_role("button", name="Ghi trả lời").click()
        expect(page.locator(".answer").nth(0 if side == "buyer" else 1)).to_contain_text(f"{told} ")
    assert serious(page) == []

    # sample, memorandum, contract, first delivery, each on behalf of a side
    page.get_by_role("link", name="Lịch sử, điều khoản, giao hàng của kết nối này").click()
    officer_note(page, "sample", 2)
    officer_note(page, "mou", 1, quantity="400", unit="kg")
    officer_note(page, "contract", 1, quantity="400", unit="kg", value="40 triệu")
    expect(page.locator(".timeline")).to_contain_text("40.000.000 đ")
    expect(page.locator(".timeline")).to_contain_text("làm thay")
    page.locator("#d-quantity").fill("100")
    page.locator("#d-unit").fill("kg")
    page.get_by_role("button", name="Ghi lần giao").click()
    expect(page.locator("#deliveries")).to_contain_text("100 kg (25 %)")
    expect(page.locator(".page-head")).to_contain_text("Đã giao lần đầu")
    assert serious(page) == []

    page.goto("/pipeline/")
    expect(page.locator(".lane--delivering")).to_contain_text("Miến")
    assert serious(page) == []
    assert signed(page, MEMORANDA) == (before[0] + 1, before[1])
    assert signed(page, CONTRACTS) == (bought[0] + 1, bought[1] + 40_000_000)
    print_report(page)
    visit(page, letter)


def test_both_sides_carry_it_themselves_by_account_and_by_link(
    sign_in: SignIn, arrive: Callable[..., Page]
) -> None:
    buyer, officer = sign_in("buyer"), sign_in("officer")
    count, value = signed(officer, CONTRACTS)
    letter = accept_and_introduce(officer, post_demand(buyer, "300"))
    print_letter(officer)
    link = officer.locator("a", has_text="Mở trang của").nth(1).get_attribute("href") or ""

    # the producer on a small phone, by link, without scripts, typing without accents
    phone = arrive(SCREENS["phone"], scripts=False)
    phone.goto(link)
    phone.get_by_role("button", name="Xem người liên hệ của").click()
    expect(phone.get_by_role("main")).to_contain_text("Người liên hệ của")
    phone.goto(link)
    phone.get_by_label("Quan tâm").check()
    phone.get_by_label("Lời nhắn, điều kiện đề nghị").fill("co hang san, gui mau trong tuan")
    phone.get_by_role("button", name="Gửi câu trả lời").click()
    expect(phone.get_by_role("main")).to_contain_text("Đã ghi câu trả lời: Quan tâm.")
    fits(phone)

    # the buyer by its account
    buyer.goto("/introduced/")
    assert serious(buyer) == []
    buyer.get_by_role("main").get_by_role("link").first.click()
    buyer.get_by_label("Cần hàng mẫu").check()
    buyer.get_by_role("button", name="Gửi câu trả lời").click()
    expect(buyer.get_by_role("main")).to_contain_text("Đã ghi câu trả lời: Cần hàng mẫu.")
    assert serious(buyer) == []

    # the producer sends the sample, the buyer signs, the producer delivers
    told(phone, "sample")
    told(buyer, "mou", quantity="300", unit="kg")
    told(buyer, "contract", quantity="300", unit="kg", value="30 triệu")
    phone.goto(link)
    phone.locator("summary", has_text="Báo lần giao hàng").click()
    phone.get_by_label("Lượng đã giao").fill("150")
    phone.locator("details", has_text="Báo lần giao hàng").get_by_label("Đơn vị tính").fill("kg")
    phone.get_by_role("button", name="Ghi lần giao").click()
    expect(phone.get_by_role("main")).to_contain_text("Đã giao lần đầu")
    fits(phone)

    # the officer sees who told what, and the report
    officer.goto(letter)
    officer.get_by_role("link", name="Lịch sử, điều khoản, giao hàng của kết nối này").click()
    line = officer.locator(".timeline")
    for words in ("qua đường dẫn riêng", "bằng tài khoản của đơn vị", "co hang san, gui mau trong tuan"):
        expect(line).to_contain_text(words)
    expect(officer.locator("#deliveries")).to_contain_text("150 kg (50 %)")
    assert signed(officer, CONTRACTS) == (count + 1, value + 30_000_000)


def told(page: Page, stage: str, **amounts: str) -> None:
    """A side tells of a step on its own page."""
    page.reload()
    page.locator("summary", has_text="Báo bước mới").click()
    step = page.locator("details", has_text="Báo bước mới")
    step.get_by_label("Bước", exact=True).select_option(stage)
    names = {"quantity": "Số lượng", "unit": "Đơn vị tính", "value": "Giá trị (đồng)"}
    for name, value in amounts.items():
        step.get_by_label(names[name]).fill(value)
    step.get_by_role("button", name="Ghi bước").click()
    expect(page.get_by_role("main")).to_contain_text("Đã ghi bước mới")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    "path",
    [
        "/pipeline/",
        "/pipeline/?column=failed",
        "/pipeline/report/",
        "/pipeline/1",
        "/introductions/",
        "/introductions/office/Bắc Ninh",
    ],
)
def test_the_pages_of_the_pipeline_are_open_to_everyone(sign_in: SignIn, screen: str, path: str) -> None:
    visit(sign_in("officer", SCREENS[screen], at_once=False), path)


def test_a_side_page_is_open_on_a_phone(sign_in: SignIn, arrive: Callable[..., Page]) -> None:
    officer = sign_in("officer")
    letter: Any = officer.goto("/introductions/1")
    if letter is None or letter.status != 200:
        accept_and_introduce(officer, post_demand(officer, "200"))
    for place in (0, 1):
        link = officer.locator("a", has_text="Mở trang của").nth(place).get_attribute("href") or ""
        phone = arrive(SCREENS["phone"])
        visit(phone, link)
        phone.eval_on_selector_all("details", "boxes => boxes.forEach(box => { box.open = true; })")
        assert serious(phone) == []
        fits(phone)
