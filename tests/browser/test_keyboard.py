"""Work without a mouse: an informed decision in four keys, sixty demands from posted to introduced."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, User
from matchmaker.services import demands, matches

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]

MOST_KEYS, MOST_SECONDS = 4, 30
POSTED = 60


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, *names: str) -> None:
        """Press keys one after the other."""
        for name in names:
            self.page.keyboard.press(name)
            self.count += 1


@pytest.fixture
def posted(demo_app: Flask) -> Iterator[list[str]]:
    """Sixty demands for goods of the demonstration data, each ranked; afterwards they are closed."""
    with demo_app.app_context():
        admin = db.session.scalars(select(User).where(User.email == "admin@example.com")).one()
        ids = [f"KEY{number:02}" for number in range(POSTED)]
        for demand_id in ids:
            demands.post(
                {
                    "id": demand_id,
                    "buyer": "Bếp ăn bàn phím (mẫu)",
                    "product": "Mật ong bạc hà",
                    "quantity": 20,
                    "unit": "kg",
                    "per": "month",
                    "months": [1, 2],
                    "place": {"commune": "Tiên Du", "province": "Bắc Ninh"},
                },
                admin,
            )
        matches.rank_demands(matches.stale())
        judged = select(Match.demand_id).where(Match.demand_id.in_(ids), Match.eligible, Match.current)
        fitting = set(db.session.scalars(judged))
        assert fitting == set(ids)
    yield ids
    with demo_app.app_context():
        admin = db.session.scalars(select(User).where(User.email == "admin@example.com")).one()
        for demand_id in ids:
            demands.close(demand_id, admin, db.session.get_one(Demand, demand_id).version)


def test_an_informed_decision_takes_four_keys_and_thirty_seconds(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.goto("/board/?status=to_decide")
    keys, begun = Keys(page), time.monotonic()

    keys.press("j", "Enter")
    expect(page.locator(".match").first).to_contain_text("Hạng 1")
    expect(page.locator(".match").first.locator(".match__why")).not_to_be_empty()
    keys.press("j", "a")
    expect(page.locator(".match").first).to_contain_text("Đã duyệt")

    assert keys.count <= MOST_KEYS
    assert time.monotonic() - begun <= MOST_SECONDS


def test_sixty_demands_go_from_posted_to_introduced_without_leaving_the_keyboard(
    demo_app: Flask, sign_in: SignIn, posted: list[str]
) -> None:
    page = sign_in("officer")
    keys = Keys(page)
    page.goto(f"/board/demands/{posted[0]}")
    for number, demand_id in enumerate(posted, 1):
        page.wait_for_url(lambda url, wanted=demand_id: url.endswith(wanted))
        keys.press("j", "a")
        expect(page.locator(".match").first).to_contain_text("Đã duyệt")
        keys.press("g")
        page.wait_for_url("**/introductions/*")
        if number < len(posted):
            keys.press("n")

    assert keys.count == 4 * POSTED - 1
    with demo_app.app_context():
        introduced = select(Match.demand_id).where(Match.demand_id.in_(posted), Match.introduced)
        assert set(db.session.scalars(introduced)) == set(posted)


def test_the_day_is_walked_through_with_the_keyboard(sign_in: SignIn) -> None:
    page = sign_in("officer")
    page.goto("/today/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc hôm nay")
    keys = Keys(page)
    keys.press("j", "Enter")
    page.wait_for_url(lambda url: "/today/" not in url)
    page.go_back()
    keys.press("?")
    expect(page.locator(".key-help")).to_contain_text("dòng sau")
