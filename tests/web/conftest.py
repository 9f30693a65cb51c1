"""Pages read as a person reads them: by heading, text, links and forms."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.models import User

VOID = {"input", "meta", "link", "br", "img", "hr", "rect", "path", "option"}


class Page(HTMLParser):
    """What a page holds: its text, title, heading, links, and each form with its fields."""

    def __init__(self, answer: Any) -> None:
        super().__init__()
        self.status = answer.status_code
        self.headers = answer.headers
        self.html = answer.get_data(as_text=True)
        self.words: list[str] = []
        self.title = self.heading = ""
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        if "h1" in self._open:
            self.heading += data
        self.words.append(data)

    @property
    def text(self) -> str:
        """All text of the page in one line."""
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every such tag with the given attributes."""
        return [
            attrs
            for name, attrs in self.tags
            if name == tag and all(attrs.get(key) == value for key, value in wanted.items())
        ]


@pytest.fixture
def look() -> Callable[..., Page]:
    """Fetches a page: ``look(client, "/board/")``, ``look(client, "/demands/new", data={…})`` posts."""

    def fetch(client: FlaskClient, path: str, data: dict[str, Any] | None = None, **more: Any) -> Page:
        if data is None:
            return Page(client.get(path, **more))
        return Page(client.post(path, data=data, **more))

    return fetch


@pytest.fixture
def officer(make_user: Callable[..., User]) -> User:
    """An officer of all provinces."""
    return make_user("officer")


@pytest.fixture
def buyer(make_user: Callable[..., User], make_member: Callable[..., str]) -> User:
    """A buyer who speaks for a supermarket."""
    member = make_member("buyer", name="Siêu thị A (mẫu)", channel="supermarket", province="Bắc Ninh")
    return make_user("buyer", organisation_id=member)


@pytest.fixture
def producer(make_user: Callable[..., User], make_member: Callable[..., str]) -> User:
    """A producer who speaks for a cooperative."""
    return make_user("producer", organisation_id=make_member("producer", province="Lào Cai"))


@pytest.fixture
def traders(
    make_user: Callable[..., User],
    make_member: Callable[..., str],
    make_offer: Callable[..., str],
    make_demand: Callable[..., str],
) -> tuple[str, str]:
    """A producer and a buyer whose offer and demand the ranking joins."""
    officer = make_user("officer")
    producer = make_member("producer", name="HTX Bắc Hà (mẫu)", province="Lào Cai")
    buyer = make_member("buyer", name="Siêu thị Tiên Du (mẫu)", province="Bắc Ninh")
    make_offer(officer, producer)
    make_demand(officer, buyer)
    return producer, buyer
