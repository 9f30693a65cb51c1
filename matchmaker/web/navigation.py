"""Where a person can go from the head of each page, and the way back to the page just left."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from flask import current_app, request, url_for
from flask_babel import gettext as _
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


def navigation() -> list[Item]:
    """The pages that the signed-in person may open."""
    entries = [
        (Permission.DECIDE, "day.page", _("Việc hôm nay")),
        (Permission.SEE_BOARD, "board.demands", _("Bảng kết nối")),
        (Permission.SEE_BOARD, "pipeline.board", _("Theo dõi kết nối")),
        (Permission.INTRODUCE, "introductions.tasks", _("Cần nhắc")),
        (Permission.SEE_DEMANDS, "buyer.demands", _("Nhu cầu mua")),
        (Permission.SEE_OFFERS, "producer.offers", _("Chào bán")),
        (Permission.SEE_MATCHES, "market_map.page", _("Bản đồ")),
        (Permission.IMPORT_LISTS, "imports.index", _("Nhập danh sách")),
        (Permission.ACT_FOR_MEMBER, "questions.index", _("Cần hỏi lại")),
        (Permission.LET_IN, "registrations.index", _("Đăng ký")),
        (Permission.SEE_CONFERENCES, "conferences.index", _("Hội nghị")),
        (Permission.SEE_PROFILES, "profiles.index", _("Bộ trọng số")),
        (Permission.SEE_REFERENCE, "catalogue.home", _("Danh mục")),
        (Permission.OWN_ACCOUNT, "account.page", _("Tài khoản")),
    ]
    if not may(Permission.SEE_BOARD):
        after_own = 1 + [entry[1] for entry in entries].index("producer.offers")
        entries.insert(after_own, (Permission.ANSWER, "own_introductions.index", _("Được giới thiệu")))
    return [
        Item(text, url_for(endpoint), request.path.startswith(url_for(endpoint)))
        for permission, endpoint, text in entries
        if endpoint in current_app.view_functions and may(permission)
    ]


def start() -> str:
    """The address a person starts at: the first page they may open, else signing in."""
    items = navigation()
    return items[0].url if items else url_for("security.login")


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
