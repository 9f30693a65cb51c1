"""Where a person can go from the head of each page, and the way back to the page just left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from flask import current_app, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from matchmaker.permissions import Permission, may
from matchmaker.queries.demonstration import any_of
from matchmaker.services import seeding

HOME = "public.home"


@dataclass(frozen=True)
class Item:
    """One entry of the head navigation."""

    text: str
    url: str
    current: bool


@dataclass(frozen=True)
class Group:
    """Entries of one kind of work under one word, opened by it; ``current`` when this page is among them."""

    text: str
    entries: list[Item]

    @property
    def current(self) -> bool:
        """Whether one of them is the page shown."""
        return any(entry.current for entry in self.entries)


def navigation() -> list[Item | Group]:
    """The pages that the signed-in person may open: by kind of work for whoever works on the board, as plain
    entries for a buyer or a producer. A kind of which the person may open one page is that page's entry."""
    if not may(Permission.SEE_BOARD):
        return [*_items(_MEMBER)]
    shown: list[Item | Group] = []
    for name, entries in _WORK:
        items = _items(entries)
        shown += [Group(str(name), items)] if len(items) > 1 else items
    return shown


def start() -> str:
    """The address a person starts at: the first page they may open, else signing in."""
    for found in navigation():
        return found.url if isinstance(found, Item) else found.entries[0].url
    return url_for("security.login")


Entry = tuple[Permission, str, LazyString]
_WORK: tuple[tuple[LazyString, tuple[Entry, ...]], ...] = (
    (_("Việc hôm nay"), ((Permission.DECIDE, "day.page", _("Việc hôm nay")),)),
    (
        _("Cung – cầu"),
        (
            (Permission.SEE_BOARD, "board.demands", _("Bảng kết nối")),
            (Permission.SEE_DEMANDS, "buyer.demands", _("Nhu cầu mua")),
            (Permission.SEE_OFFERS, "producer.offers", _("Chào bán")),
            (Permission.ACT_FOR_MEMBER, "questions.index", _("Cần hỏi lại")),
            (Permission.IMPORT_LISTS, "imports.index", _("Nhập danh sách")),
        ),
    ),
    (
        _("Kết quả"),
        (
            (Permission.SEE_BOARD, "pipeline.board", _("Theo dõi kết nối")),
            (Permission.INTRODUCE, "introductions.tasks", _("Cần nhắc")),
        ),
    ),
    (_("Hội nghị"), ((Permission.SEE_CONFERENCES, "conferences.index", _("Hội nghị")),)),
    (
        _("Tra cứu"),
        (
            (Permission.SEE_MATCHES, "market_map.page", _("Bản đồ")),
            (Permission.SEE_REFERENCE, "catalogue.home", _("Danh mục")),
            (Permission.SEE_PROFILES, "profiles.index", _("Bộ trọng số")),
        ),
    ),
    (
        _("Quản trị"),
        (
            (Permission.LET_IN, "registrations.index", _("Đăng ký")),
            (Permission.LET_IN, "consents.index", _("Đồng ý lưu thông tin")),
            (Permission.OWN_ACCOUNT, "account.page", _("Tài khoản")),
        ),
    ),
)
_MEMBER: tuple[Entry, ...] = (
    (Permission.SEE_DEMANDS, "buyer.demands", _("Nhu cầu mua")),
    (Permission.SEE_OFFERS, "producer.offers", _("Chào bán")),
    (Permission.ANSWER, "own_introductions.index", _("Được giới thiệu")),
    (Permission.SEE_MATCHES, "market_map.page", _("Bản đồ")),
    (Permission.OWN_ACCOUNT, "account.page", _("Tài khoản")),
)


def _items(entries: Iterable[Entry]) -> list[Item]:
    return [
        Item(str(text), url_for(endpoint), request.path.startswith(url_for(endpoint)))
        for permission, endpoint, text in entries
        if endpoint in current_app.view_functions and may(permission)
    ]


def demonstration() -> bool:
    """Whether what the pages show is the demonstration, which nobody may take for fact."""
    return any_of([f"{name}@example.com" for name in seeding.LOGINS.values()])


def here() -> str:
    """Path and query of this page, where it can be opened again."""
    return request.full_path.rstrip("?") if request.method == "GET" else ""


def way_back(path: str) -> str:
    """The address of the own page that ``path`` names, rebuilt from its route; the start page otherwise.

    Nothing of what was sent is used as an address: a foreign or unknown one leads home.
    """
    if not path.startswith("/") or path.startswith(("//", "/\\")):
        return url_for(HOME)
    bare, _mark, query = path.partition("?")
    adapter = current_app.url_map.bind("")
    try:
        endpoint, arguments = adapter.match(bare, method="GET")
    except (HTTPException, RequestRedirect):
        return url_for(HOME)
    address = url_for(endpoint, **arguments)
    asked = urlencode(parse_qsl(query, keep_blank_values=True))
    return f"{address}?{asked}" if asked else address
