"""The service on a database of its own with the demonstration data, and people who sign in to it."""

from __future__ import annotations

import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import TimeoutError as Unanswered
from werkzeug.serving import make_server

from matchmaker import create_app
from matchmaker.extensions import db
from matchmaker.models import Base
from matchmaker.services import matches, seeding
from tests.browser.watched import Watched

DESK = {"width": 1280, "height": 900}
NAMES = ("chromium", "chromium-browser", "google-chrome")

SignIn = Callable[..., Page]
PAGES, SERVICE = pytest.StashKey[list[BrowserContext]](), pytest.StashKey[Watched]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[Any]:
    """Tell of a wait without an answer what the pages show, and what the service is at."""
    report = yield
    service = item.config.stash.get(SERVICE, None)
    if service and call.excinfo and call.excinfo.errisinstance(Unanswered):
        report.sections.append(("the service meanwhile", service.told()))
        for context in item.config.stash.get(PAGES, []):
            for page in context.pages:
                report.sections.append((page.url, shown(page)))
    return report


def shown(page: Page) -> str:
    """The text of a page, or why it does not come."""
    try:
        return page.inner_text("body", timeout=1000)[:2000]
    except Unanswered as error:
        return str(error)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium named by the environment, else the machine's, else Playwright's own."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    named = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **named, "args": ["--no-sandbox", "--disable-dev-shm-usage"]}


@pytest.fixture(scope="session")
def demo_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application with the demonstration data, ranked on a fixed day."""
    folder = tmp_path_factory.mktemp("service")
    app = create_app(
        {
            "TODAY": date(2026, 11, 21),
            "DATA": folder,
            "SECRET_KEY": "for tests only, never elsewhere",
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder / 'demo.sqlite3'}",
            "JOBS_AT_ONCE": True,
            "SIGN_IN_LIMIT": "1000 per minute",
            "SESSION_COOKIE_SECURE": False,
        }
    )
    with app.app_context():
        Base.metadata.create_all(db.engine)
        seeding.load_demo()
        matches.rank_demands(matches.stale())
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def address(demo_app: Flask, pytestconfig: pytest.Config) -> Iterator[str]:
    """Where the service listens."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    service = pytestconfig.stash[SERVICE] = Watched(demo_app)
    server = make_server("127.0.0.1", 0, service, threaded=True)
    thread = threading.Thread(target=server.serve_forever, name="service")
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def arrive(browser: Browser, address: str, pytestconfig: pytest.Config) -> Iterator[Callable[..., Page]]:
    """Brings a stranger to the service; ``screen`` and ``scripts`` say with which device."""
    opened = pytestconfig.stash[PAGES] = list[BrowserContext]()

    def come(screen: dict[str, int] = DESK, *, scripts: bool = True) -> Page:
        opened.append(browser.new_context(base_url=address, viewport=screen, java_script_enabled=scripts))
        return opened[-1].new_page()

    yield come
    for context in opened:
        context.close()
    opened.clear()


@pytest.fixture(scope="session")
def cookies() -> dict[str, Any]:
    """The cookies of those who have signed in, by role."""
    return {}


@pytest.fixture
def sign_in(arrive: Callable[..., Page], cookies: dict[str, Any]) -> SignIn:
    """Brings a person who has signed in: ``sign_in("officer")``, with the device as for ``arrive``.

    Each role types its password once; then its cookies come along, as long as the service takes them. The
    page shows where the role's work begins; with ``at_once=False`` it shows nothing yet.
    """

    def enter(
        role: str, screen: dict[str, int] = DESK, *, scripts: bool = True, at_once: bool = True
    ) -> Page:
        page = arrive(screen, scripts=scripts)
        page.context.add_cookies(cookies.get(role, []))
        if page.context.request.get("/account/", max_redirects=0).status != 200:
            type_password(page, role)
            cookies[role] = page.context.cookies()
        if at_once:  # an officer goes from what waits today on to the board, where most of the work is
            page.goto("/board/" if role == "officer" else "/")
        return page

    return enter


def type_password(page: Page, role: str) -> None:
    """Sign in by the form, and come to where the role's work begins."""
    page.goto("/sign-in")
    page.get_by_label("Thư điện tử").fill(f"{role}@example.com")
    page.get_by_label("Mật khẩu").fill(seeding.DEMO_PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(lambda url: urlsplit(url).path != "/sign-in")
