"""Each page on a desk and on a phone: accessible, no wider than the screen, no refused script or style."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.screens import SCREENS, fits

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]

VISITS = {
    "officer": (
        "/today/",
        "/registrations/",
        "/consents/",
        "/who-sees-what/",
        "/account/",
        "/account/password",
        "/join/producer",
        "/board/",
        "/board/?q=khong-co-gi-nhu-the",
        "/board/demands/D001",
        "/board/matches/1",
        "/board/matches/1/way",
        "/map/",
        "/map/?demand=D001",
        "/map/?q=khong-co-gi-nhu-the",
        "/reference/coefficients/",
        "/reference/freight/",
        "/demands/",
        "/demands/new",
        "/demands/D001",
        "/offers/",
        "/offers/new",
        "/offers/O142",
        "/offers/O142/withdraw",
        "/demands/D001/edit",
        "/demands/D001/close",
        "/board/demands/D001/both-sides",
        "/board/unlocks/",
        "/board/unlocks/?level=commune",
        "/board/unlocks/?province=khong-co",
        "/board/unlocks/pairs?step=khong-co",
        "/board/exposure/?places=5&loss=3",
        "/board/exposure/?loss=khong",
        "/profiles/",
        "/profiles/1",
        "/profiles/1/copy",
        "/profiles/1/trial",
        "/profiles/1/trial?demands=all",
        "/offers/O142/demands",
        "/reference/products",
        "/reference/products?q=khong-co-gi-nhu-the",
        "/reference/products/plum",
        "/reference/products/new",
        "/reference/products/plum/edit",
        "/reference/markets/",
        "/reference/markets/new",
        "/reference/markets/durian/CN",
        "/reference/channels",
        "/reference/channels/supermarket",
        "/reference/history",
        "/khong-co",
    ),
    "admin": ("/reference/channels/supermarket", "/reference/coefficients/cost/diesel"),
    "buyer": ("/map/", "/demands/", "/demands/new", "/board/"),
    "producer": ("/offers/", "/offers/new", "/profiles/"),
    "organizer": (
        "/conferences/",
        "/conferences/new",
        "/conferences/hoi-nghi-mau",
        *(
            f"/conferences/hoi-nghi-mau/{room}"
            for room in (
                *("preparation", "setting", "guests", "guests/new", "guests/B01/edit", "guests/B01/remove"),
                *("guests/database", "guests/sheet", "wishes", "wishes/B01", "pairs", "invitations"),
            )
        ),
    ),
}


def serious(page: Page) -> list[dict[str, Any]]:
    """Findings of axe that keep people out."""
    page.wait_for_load_state()
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        {
            "rule": each["id"],
            "help": each["help"],
            "where": [node["html"][:160] for node in each["nodes"][:3]],
        }
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


def watch(page: Page) -> list[str]:
    """What the browser complains about from now on, missing pages apart."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def visit(page: Page, path: str) -> None:
    complaints = watch(page)
    page.goto(path)
    assert "/sign-in" not in page.url or path == "/sign-in"
    assert serious(page) == []
    fits(page)
    assert [text for text in complaints if "status of 40" not in text] == []
    assert len(page.title()) > 10


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("role", "path"), [(role, path) for role, paths in VISITS.items() for path in paths])
def test_a_page_is_open_to_everyone(sign_in: SignIn, screen: str, role: str, path: str) -> None:
    visit(sign_in(role, SCREENS[screen], at_once=False), path)


@pytest.mark.parametrize("screen", SCREENS)
def test_signing_in_is_open_to_everyone(arrive: Callable[..., Page], screen: str) -> None:
    visit(arrive(SCREENS[screen]), "/sign-in")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_refused_form_is_open_to_everyone(sign_in: SignIn, screen: str) -> None:
    page = sign_in("buyer", SCREENS[screen])
    page.goto("/demands/new")
    page.get_by_label("Số lượng").fill("-1")
    page.get_by_role("button", name="Đăng và tìm nguồn hàng").click()
    assert serious(page) == []
    fits(page)


@pytest.mark.parametrize("screen", SCREENS)
def test_an_open_decision_is_open_to_everyone(sign_in: SignIn, screen: str) -> None:
    page = sign_in("officer", SCREENS[screen])
    page.goto("/board/demands/D001")
    page.locator(".match summary").first.click()
    assert serious(page) == []
    fits(page)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_menu_opens_by_keyboard_without_scripts_and_to_everyone(sign_in: SignIn, screen: str) -> None:
    page = sign_in("officer", SCREENS[screen], scripts=False)
    page.goto("/board/")
    page.locator(".site-nav summary", has_text="Kết quả").focus()
    page.keyboard.press("Enter")
    entry = page.get_by_role("link", name="Cần nhắc", exact=True)
    assert entry.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/introductions/")

    page = sign_in("officer", SCREENS[screen])
    page.goto("/board/")
    for word in ("Cung – cầu", "Quản trị"):
        page.locator(".site-nav summary", has_text=word).click()
        assert page.locator(".site-nav details[open]").count() == 1, "one kind of work at a time"
        assert serious(page) == []
        fits(page)
    if screen == "desk":
        assert page.locator(".site-nav").bounding_box()["height"] < 60, "the menu stands in one line"
