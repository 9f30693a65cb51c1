"""Sentences for the codes of refused values and refused actions, in Vietnamese and English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from matchmaker.wording import (
    conference_errors,
    file_errors,
    holding_errors,
    imports,
    introduction_errors,
    joining,
    reference_errors,
    value_errors,
)

# code: (Vietnamese, English); {names} are facts.
SENTENCES: dict[str, tuple[str, str]] = {
    **value_errors.SENTENCES,
    **reference_errors.SENTENCES,
    **file_errors.SENTENCES,
    **conference_errors.SENTENCES,
    **imports.REFUSALS,
    **holding_errors.SENTENCES,
    **introduction_errors.SENTENCES,
    **joining.SENTENCES,
    # actions
    "invalid": ("Có mục chưa đúng; xem từng mục.", "Some fields are not right; see each."),
    "refused": ("Không thực hiện được.", "This was refused."),
    "not_found": ("Không tìm thấy.", "Not found."),
    "not_allowed": ("Bạn không có quyền làm việc này.", "You may not do this."),
    "not_signed_in": ("Cần đăng nhập.", "Please sign in."),
    "conflict": ("Trái với dữ liệu đang có.", "This conflicts with what is stored."),
    "duplicate_id": ("Mã “{id}” đã có.", "The id “{id}” is already taken."),
    "stale": (
        "Người khác vừa sửa mục này; hãy xem lại rồi làm lại.",
        "Somebody has just changed this; look again, then repeat.",
    ),
    "already_accepted": (
        "{by} đã duyệt lúc {at}; hãy xem lại rồi quyết định.",
        "{by} accepted this on {at}; look again, then decide.",
    ),
    "already_rejected": (
        "{by} đã từ chối lúc {at}; hãy xem lại rồi quyết định.",
        "{by} rejected this on {at}; look again, then decide.",
    ),
    "already_held": (
        "{by} đã tạm giữ lúc {at}; hãy xem lại rồi quyết định.",
        "{by} put this on hold on {at}; look again, then decide.",
    ),
    "record_closed": (
        "Mục “{id}” đã đóng, không sửa được nữa; hãy đăng mục mới.",
        "“{id}” is closed and can no longer be changed; enter a new one.",
    ),
    "offer_withdrawn": (
        "Chào bán “{id}” đã được rút; không quyết định được nữa.",
        "The offer “{id}” was withdrawn; there is nothing left to decide.",
    ),
    "demand_withdrawn": (
        "Nhu cầu “{id}” đã đóng; không quyết định được nữa.",
        "The demand “{id}” is closed; there is nothing left to decide.",
    ),
    "match_not_current": (
        "Lần xếp hạng mới nhất không còn ghép hai bên này; hãy xem lại danh sách.",
        "The latest ranking no longer names this pair; look at the list again.",
    ),
    "profile_known": (
        "“{title}” đã có đúng các giá trị này; hãy dùng bản đó.",
        "“{title}” has exactly these values; use that one.",
    ),
    "profile_in_use": (
        "“{title}” đang được dùng.",
        "“{title}” is in use already.",
    ),
    "version_missing": ("Cần gửi If-Match với ETag đã đọc.", "Send If-Match with the ETag that you read."),
    "idempotency_key_reused": (
        "Khoá Idempotency-Key này đã dùng cho nội dung khác.",
        "This Idempotency-Key was used with another body.",
    ),
    "idempotency_key_invalid": (
        "Idempotency-Key phải có từ 1 đến 255 ký tự ASCII in được.",
        "An Idempotency-Key has 1 to 255 printable ASCII characters.",
    ),
    "busy": (
        "Hệ thống đang bận; hãy thử lại sau ít giây.",
        "The service is busy; try again in a few seconds.",
    ),
    "cannot_start": (
        "Chưa khởi động được, hãy xem lại cấu hình: {reason}",
        "Cannot start; please look at the settings: {reason}",
    ),
    "database_failed": ("Cơ sở dữ liệu báo lỗi: {reason}", "The database failed: {reason}"),
    "database_not_empty": (
        "Cơ sở dữ liệu đã có dữ liệu ({tables}); muốn thay hết thì thêm --replace.",
        "The database holds data already ({tables}); give --replace to put the backup in their place.",
    ),
    "wrong_side": ("Đơn vị này không phải bên {side}.", "This organisation is not a {side}."),
    "cursor_invalid": ("Con trỏ trang không hợp lệ.", "The page cursor is not valid."),
    "weak_password": ("Mật khẩu cần ít nhất {min} ký tự.", "A password needs at least {min} characters."),
    "unknown_role": ("Không có vai trò “{value}”.", "There is no role “{value}”."),
    "unknown_province": (
        "Không có tỉnh “{value}” trên bản đồ mới.",
        "There is no province “{value}” on the new map.",
    ),
    "member_unknown": ("Không có đơn vị “{value}”.", "There is no organisation “{value}”."),
    # HTTP
    "bad_request": ("Yêu cầu không đúng dạng.", "The request is malformed."),
    "method_not_allowed": (
        "Địa chỉ này không nhận phương thức đó.",
        "This address does not take that method.",
    ),
    "too_big": ("Nội dung gửi lên quá lớn.", "What was sent is too large."),
    "unsupported_media_type": ("Hãy gửi application/json.", "Send application/json."),
    "too_many_requests": (
        "Quá nhiều lần thử; hãy đợi rồi thử lại.",
        "Too many attempts; wait, then try again.",
    ),
    "internal": (
        "Có lỗi bên trong; sự việc đã được ghi lại.",
        "Something failed inside; it has been recorded.",
    ),
}


def sentence(code: str, facts: Mapping[str, Any] | None = None, language: str = "vi") -> str:
    """The sentence for a code in ``vi`` or ``en``; an unknown code reads as an invalid value."""
    vietnamese, english = SENTENCES.get(code, SENTENCES["invalid_value"])
    template = english if language == "en" else vietnamese
    return template.format_map(_Facts(facts or {}))


def message(code: str, facts: Mapping[str, Any] | None = None) -> dict[str, str]:
    """A code with its sentence in both languages: ``{"code", "vi", "en"}``."""
    return {"code": code, "vi": sentence(code, facts, "vi"), "en": sentence(code, facts, "en")}


class _Facts(dict[str, Any]):
    """Facts for a template: missing ones read as an ellipsis, lists are joined, long values are cut."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__({name: _shown(value) for name, value in facts.items()})

    def __missing__(self, key: str) -> str:
        return "…"


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(map(_shown, value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:79] + "…"
