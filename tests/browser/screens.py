"""The screens that pages are looked at on, and whether a page fits on one."""

from __future__ import annotations

from playwright.sync_api import Page

SCREENS = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}


def fits(page: Page) -> None:
    """Hold that a page is no wider than its screen.

    A click has returned once the next page's answer begins, which may be before it has a root element.
    """
    page.wait_for_load_state()
    assert page.viewport_size is not None
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"], f"{page.url} is {width} wide"
