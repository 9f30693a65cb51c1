"""The map beside its table, the way of a match and the account to its producer, as people use them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]
PHONE = {"width": 360, "height": 740}


def drawn(page: Page) -> None:
    expect(page.locator("[data-map]")).to_have_attribute("data-drawn", "yes")


@pytest.mark.parametrize("screen", [{"width": 1280, "height": 900}, PHONE])
def test_the_map_is_drawn_from_the_service_alone(sign_in: SignIn, screen: dict[str, int]) -> None:
    page = sign_in("officer", screen)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/map/")
    drawn(page)
    assert [url for url in asked if not url.startswith(page.url.split("/map/")[0])] == []
    assert page.locator("path.map__province").count() == 34
    expect(page.locator(".map__name")).to_have_text(["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"])
    for name in page.locator(".map__name").all():
        box, frame = name.bounding_box(), page.locator("[data-map]").bounding_box()
        assert box
        assert frame
        assert frame["x"] <= box["x"] + box["width"] / 2 <= frame["x"] + frame["width"]


def test_a_demand_shows_its_ways_and_one_of_them_leads_to_the_account(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.goto("/map/?demand=D001")
    drawn(page)
    before = page.locator("path.leaflet-interactive").first.bounding_box()
    page.get_by_role("button", name="Xem gần đường đi").click()
    page.wait_for_timeout(500)
    assert page.locator("path.leaflet-interactive").first.bounding_box() != before
    page.get_by_role("region", name="Đường tới nơi nhận").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đường đi và tiền về tay")
    expect(page.get_by_role("img", name=" km, ")).to_be_visible()
    page.get_by_label("Loại xe").select_option(label="xe 3,5 tấn")
    page.get_by_role("button", name="Tính lại").click()
    expect(page.get_by_label("Loại xe")).to_have_value("truck_3_5t")
    expect(page.get_by_role("table", name="Tiền về tay tại nơi sản xuất")).to_contain_text("Cước vận chuyển")


def test_without_scripts_the_table_stands_alone(sign_in: SignIn) -> None:
    page = sign_in("officer", PHONE, scripts=False)
    page.goto("/map/")
    expect(page.locator("[data-map-box]")).to_be_hidden()
    expect(page.locator(".map-table")).to_be_visible()


def test_a_pin_on_the_map_places_what_has_no_known_name(sign_in: SignIn) -> None:
    page = sign_in("producer", PHONE)
    page.goto("/offers/new")
    page.locator("#product").fill("Mận hậu")
    page.locator("#place").fill("bản Xa Lắc Xa Lơ")
    page.get_by_role("main").get_by_role("button", name="Gửi chào bán").click()
    page.get_by_text("Ghim trên bản đồ").click()
    plan = page.locator("[data-pin-map]")
    expect(plan.locator("path").first).to_be_attached()
    plan.scroll_into_view_if_needed()
    plan.click(position={"x": 90, "y": 60})
    lat, lon = (float(page.locator(name).input_value()) for name in ("#pin_lat", "#pin_lon"))
    assert 19 < lat < 24
    assert 102 < lon < 108
    page.locator("#pin_lat").fill("22,52")
    page.locator("#pin_lon").fill("104,3")
    page.get_by_role("main").get_by_role("button", name="Gửi chào bán").click()
    expect(page.get_by_role("main")).to_contain_text("Lào Cai")
