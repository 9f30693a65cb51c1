"""The rooms of one conference, from preparation to results, and those of its preparation."""

from __future__ import annotations

from flask import current_app, request, url_for
from flask_babel import gettext as _

from matchmaker.permissions import may
from matchmaker.web.navigation import Item

PREPARING = (
    "conference_preparation",
    "conference_guests",
    "conference_wishes",
    "conference_pairs",
    "guest_sheets",
)


def conference_tabs(conference_id: str) -> list[Item]:
    """The five rooms; a room is the current one on each of its pages (its blueprint's)."""
    rooms = [
        ("conference_preparation.overview", PREPARING, _("Chuẩn bị")),
        ("conferences.one", ("conferences", "conference_planning"), _("Lịch gặp")),
        ("conference_prints.index", ("conference_prints",), _("In ấn")),
        ("conference_day.index", ("conference_day", "conference_repair"), _("Trong ngày")),
        ("conference_results.index", ("conference_results", "conference_outcome"), _("Kết quả")),
    ]
    return [
        Item(text, url_for(endpoint, conference_id=conference_id), request.blueprint in blueprints)
        for endpoint, blueprints, text in rooms
        if _open(endpoint)
    ]


def day_tabs(conference_id: str) -> list[Item]:
    """The rooms of the day itself."""
    return _rooms(
        conference_id,
        [
            ("conference_day.index", _("Điểm danh")),
            ("conference_day.attendance", _("Bảng có mặt")),
            ("conference_repair.index", _("Sửa lịch")),
            ("conference_repair.walk_in", _("Khách mới đến")),
            ("conference_day.announce", _("Thông báo, bảng sảnh")),
        ],
    )


def result_tabs(conference_id: str) -> list[Item]:
    """The rooms of the results."""
    return _rooms(
        conference_id,
        [
            ("conference_results.index", _("Nhập phiếu")),
            ("conference_outcome.figures", _("Số liệu")),
            ("conference_outcome.follow_up", _("Theo dõi sau hội nghị")),
        ],
    )


def preparation_tabs(conference_id: str) -> list[Item]:
    """The rooms of the preparation, in the order of the work."""
    rooms = [
        ("conference_preparation.overview", _("Tổng quan")),
        ("conference_preparation.setting", _("Thiết lập")),
        ("conference_guests.index", _("Các đơn vị")),
        ("conference_wishes.index", _("Nguyện vọng")),
        ("conference_pairs.index", _("Các cặp")),
        ("conference_pairs.invitations", _("Mời thêm")),
    ]
    return _rooms(conference_id, rooms)


def _rooms(conference_id: str, rooms: list[tuple[str, str]]) -> list[Item]:
    return [
        Item(text, url_for(endpoint, conference_id=conference_id), _is_here(endpoint))
        for endpoint, text in rooms
        if _open(endpoint)
    ]


def _is_here(endpoint: str) -> bool:
    """Whether the present page is this one; a form sent to it counts."""
    return request.endpoint == endpoint or request.path == url_for(endpoint, **(request.view_args or {}))


def _open(endpoint: str) -> bool:
    """Whether the page exists and the present actor may open it."""
    view = current_app.view_functions.get(endpoint)
    needed = getattr(view, "permission", None)
    return view is not None and (needed is None or may(needed))
