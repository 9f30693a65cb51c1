"""The service on a database of its own with the demonstration data, and people who sign in to it."""

from __future__ import annotations

import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from matchmaker import create_app
from matchmaker.extensions import db
from matchmaker.models import Base
from matchmaker.services import matches, seeding

DESK = {"width": 1280, "height": 900}
NAMES = ("chromium", "chromium-browser", "google-chrome")

SignIn = Callable[..., Page]


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
def address(demo_app: Flask) -> Iterator[str]:
    """Where the service listens."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)

    def whole(environ: Any, start_response: Any) -> list[bytes]:
        """The answer read to its end: this server leaves a file open whose reader went to another page."""
        parts = demo_app(environ, start_response)
        try:
            return [b"".join(parts)]
        finally:
            close = getattr(parts, "close", None)
            if close:
                close()

    server = make_server("127.0.0.1", 0, whole, threaded=True)
    thread = threading.Thread(target=server.serve_forever, name="service")
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def arrive(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Brings a stranger to the service; ``screen`` and ``scripts`` say with which device."""
    opened: list[BrowserContext] = []

    def come(screen: dict[str, int] = DESK, *, scripts: bool = True) -> Page:
        opened.append(browser.new_context(base_url=address, viewport=screen, java_script_enabled=scripts))
        return opened[-1].new_page()

    yield come
    for context in opened:
        context.close()


@pytest.fixture
def sign_in(arrive: Callable[..., Page]) -> SignIn:
    """Signs a person in: ``sign_in("officer")``, with the device as for ``arrive``."""

    def enter(role: str, screen: dict[str, int] = DESK, *, scripts: bool = True) -> Page:
        page = arrive(screen, scripts=scripts)
        page.goto("/sign-in")
        page.get_by_label("Thư điện tử").fill(f"{role}@example.com")
        page.get_by_label("Mật khẩu").fill(seeding.DEMO_PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url(lambda url: "/sign-in" not in url)
        if role == "officer":  # from what waits today on to the board, where most of the work is
            page.goto("/board/")
        return page

    return enter
