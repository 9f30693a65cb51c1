"""Takes the pictures of README.md from a running service with demo data: `make pictures`.

Usage: pictures.py ADDRESS CHROMIUM
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs/pictures"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
CONFERENCE = "hoi-nghi-mau"
DEMO_PASSWORD = "ket-noi-2026"  # noqa: S105 - the published password of the demonstration logins


def signed_in(browser: Browser, address: str, who: str, viewport: dict[str, int]) -> Page:
    """A page on which a demonstration user has signed in."""
    page = browser.new_page(viewport=viewport)  # type: ignore[arg-type]
    page.goto(f"{address}/sign-in")
    page.fill("input[name=email]", f"{who}@example.com")
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "sign-in" not in url)
    return page


def take(page: Page, path: str, name: str) -> None:
    """Open a path and keep what the first screen shows."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")


def main(address: str, chromium: str) -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        officer = signed_in(browser, address, "officer", DESK)
        take(officer, f"{address}/board/", "board")
        take(officer, f"{address}/board/demands/D001", "demand")
        officer.click(".match__title a")
        officer.wait_for_load_state("networkidle")
        officer.screenshot(path=PICTURES / "why.png")
        take(officer, f"{address}/map/?demand=D001", "map")
        officer.goto(f"{address}/board/demands/D009/pool")
        if officer.locator(".pool-members, .thermometer, .tube").count() == 0:
            officer.click("main form button[type=submit]")
            officer.wait_for_load_state("networkidle")
        officer.reload()
        officer.screenshot(path=PICTURES / "pool.png")
        producer = signed_in(browser, address, "producer", PHONE)
        take(producer, f"{address}/offers/new", "offer-phone")
        organizer = signed_in(browser, address, "organizer", DESK)
        organizer.goto(f"{address}/conferences/{CONFERENCE}")
        if organizer.locator("form[action$='/timetables']").count():
            organizer.locator("form[action$='/timetables'] button[type=submit]").first.click()
            organizer.wait_for_selector("#run a.govuk-button", timeout=120_000)
        organizer.goto(f"{address}/conferences/{CONFERENCE}")
        organizer.wait_for_selector("main table", timeout=120_000)
        organizer.locator("main table").first.evaluate("table => table.scrollIntoView()")
        organizer.screenshot(path=PICTURES / "conference.png")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
