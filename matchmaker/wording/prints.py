"""The fixed words on what a conference prints, by key: (Vietnamese, English)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

WORDS: dict[str, tuple[str, str]] = {
    "timetable_of_table": ("Lịch giao thương theo bàn", "Meetings at this table"),
    "timetable_of_participant": ("Lịch giao thương của đơn vị", "Your meetings"),
    "result_slip": ("Phiếu ghi nhận kết quả giao thương", "Record of the meeting"),
    "master_grid": ("Lịch giao thương toàn hội nghị", "All meetings"),
    "table": ("Bàn", "Table"),
    "slot": ("Khung", "Slot"),
    "time": ("Giờ", "Time"),
    "day": ("Ngày", "Day"),
    "session": ("Buổi", "Session"),
    "producer": ("Bên bán", "Seller"),
    "buyer": ("Bên mua", "Buyer"),
    "peer": ("Đơn vị", "Party"),
    "meets": ("Gặp", "Meets"),
    "booth": ("Gian", "Booth"),
    "code": ("Mã", "Id"),
    "product": ("Sản phẩm", "Products"),
    "wants": ("Cần mua", "Wants"),
    "province": ("Tỉnh, thành phố", "Province"),
    "contact": ("Liên hệ", "Contact"),
    "channel": ("Kênh bán", "Channel"),
    "free": ("trống", "free"),
    "held": ("Đã gặp", "Met"),
    "notes": ("Ghi chú", "Notes"),
    "page": ("Trang", "Page"),
    "sheet": ("tờ", "sheet"),
    "meetings": ("cuộc gặp", "meetings"),
    "no_meetings": ("Chưa có cuộc gặp nào được xếp.", "No meeting has been arranged."),
    "bring": (
        "Xin có mặt tại bàn trước giờ hẹn 2 phút và mang theo mẫu sản phẩm, báo giá, bản sao giấy tờ.",
        "Please be at the table two minutes early, with samples, prices and copies of papers.",
    ),
    "cut_here": ("cắt theo vạch", "cut along the marks"),
    "why_matched": ("Vì sao ghép hai bên", "Why the two were matched"),
    "result": ("Kết quả", "Result"),
    "reason_failed": ("Lý do không phù hợp", "If it does not fit, why"),
    "quantity": ("Sản lượng", "Quantity"),
    "value": ("Giá trị dự kiến (đồng)", "Expected value (VND)"),
    "next_step": ("Hẹn tiếp theo", "Next step"),
    "signed_producer": ("Đại diện bên bán (ký, ghi rõ họ tên)", "For the seller (signature, name)"),
    "signed_buyer": ("Đại diện bên mua (ký, ghi rõ họ tên)", "For the buyer (signature, name)"),
    "plan_of_booths": ("Sơ đồ gian hàng", "Plan of booths"),
    "interpreter": ("Phiên dịch", "Interpreter"),
    "scan": ("Quét để nhập kết quả", "Scan to enter the result"),
}

RESULTS: tuple[tuple[str, str], ...] = (
    ("Quan tâm", "Interested"),
    ("Gửi mẫu", "Sample"),
    ("Báo giá", "Quotation"),
    ("Khảo sát", "Site visit"),
    ("Ký ghi nhớ", "Memorandum"),
    ("Không phù hợp", "Does not fit"),
)

FAILURES: tuple[tuple[str, str], ...] = (
    ("quy mô nhỏ", "too small"),
    ("tiêu chí hàng hóa", "product criteria"),
    ("giấy tờ", "papers"),
    ("giá", "price"),
    ("chiết khấu", "discount"),
    ("thanh toán", "payment"),
    ("vận chuyển", "transport"),
)

SESSIONS: dict[str, tuple[str, str]] = {
    "am": ("Buổi sáng", "Morning"),
    "pm": ("Buổi chiều", "Afternoon"),
    "eve": ("Buổi tối", "Evening"),
}

# The languages of trade fairs, by code; any other is written as its code.
LANGUAGES: dict[str, tuple[str, str]] = {
    "vi": ("Việt", "Vietnamese"),
    "en": ("Anh", "English"),
    "zh": ("Trung", "Chinese"),
    "ja": ("Nhật", "Japanese"),
    "ko": ("Hàn", "Korean"),
    "fr": ("Pháp", "French"),
    "de": ("Đức", "German"),
    "ru": ("Nga", "Russian"),
    "es": ("Tây Ban Nha", "Spanish"),
    "ar": ("Ả Rập", "Arabic"),
    "th": ("Thái", "Thai"),
    "lo": ("Lào", "Lao"),
    "km": ("Khmer", "Khmer"),
}

NOON, EVENING = 12, 18  # the hours at which the morning and the afternoon end

FAULTS: dict[str, tuple[str, str]] = {
    "fonts_missing": (
        "Thiếu phông chữ để in ({folder}). Chạy `make run` hoặc `scripts/front-end` để tạo.",
        "The fonts for printing are missing ({folder}). `make run` or `scripts/front-end` builds them.",
    ),
    "too_slow": (
        "In quá {seconds} giây nên đã dừng. Hãy in từng phần.",
        "Printing took more than {seconds} s and was stopped. Print one part at a time.",
    ),
    "not_ready": (
        "Chưa làm xong gói in. Hãy thử lại; nếu vẫn không được, in từng loại.",
        "The pack was not finished. Try again, or print one kind at a time.",
    ),
    "not_typeset": ("Không dàn được trang in.", "The pages could not be set."),
}


def words(lang: str) -> dict[str, str]:
    """All fixed words of the prints in one language."""
    return {key: pair[lang == "en"] for key, pair in WORDS.items()}


def session_label(conference: Mapping[str, Any], slot: Mapping[str, Any], lang: str) -> str:
    """The session of a slot with its day: as the conference names it in this language, or by its code.

    A conference that names its sessions (``label_vi``, ``label_en``) in the other language alone has them
    numbered, with their time of day: "Session 1, afternoon".
    """
    session = str(slot["session"])
    pair = SESSIONS.get(session.casefold())
    name = pair[lang == "en"] if pair else session
    for number, known in enumerate(conference.get("sessions") or (), 1):
        if known.get("session") == session:
            named = any(known.get(f"label_{other}") for other in ("vi", "en"))
            name = known.get(f"label_{lang}") or (_numbered(number, slot, lang) if named else name)
    return f"{name} · {day_label(slot.get('date') or slot['day'], lang)}"


def _numbered(number: int, slot: Mapping[str, Any], lang: str) -> str:
    """ "Session 1, afternoon"; without a start that tells the hour, "Session 1"."""
    hour = str(slot.get("start") or "").partition(":")[0]
    if not hour.isdigit():
        return f"{WORDS['session'][lang == 'en']} {number}"
    code = "am" if int(hour) < NOON else "pm" if int(hour) < EVENING else "eve"
    return f"{WORDS['session'][lang == 'en']} {number}, {SESSIONS[code][lang == 'en'].lower()}"


def day_label(day: object, lang: str) -> str:
    """A day of the conference: a date as dd/mm/yyyy, a number as "Ngày 1"."""
    text = str(day)
    parts = text.split("-")
    if len(parts) == 3 and all(p.isdigit() for p in parts) and len(parts[0]) == 4:
        return f"{parts[2]}/{parts[1]}/{parts[0]}"
    return f"{WORDS['day'][lang == 'en']} {text}"


_TABLE = re.compile(r"(?:bàn|table)\b\s*(?:số\b|no\.)?\s*(?=\S)", re.IGNORECASE)


def table_name(table: str) -> str:
    """A table's name where the word "table" already stands before it: "Bàn số 1" is "1"."""
    said = unicodedata.normalize("NFC", str(table))
    return said[found.end() :] if (found := _TABLE.match(said)) else str(table)


def languages(codes: Iterable[str], lang: str) -> str:
    """ "Việt–Anh": Vietnamese first, the others as they come."""
    ordered = sorted(codes, key=lambda code: code != "vi")
    return "–".join(LANGUAGES.get(code, (code, code))[lang == "en"] for code in ordered)


def interpreter(told: Mapping[str, Any] | None, lang: str) -> str:
    """ "Phiên dịch Việt–Anh 2" of a meeting's ``interpreter``; nothing where there is none."""
    if not told:
        return ""
    return f"{WORDS['interpreter'][lang == 'en']} {languages(told['languages'], lang)} {told['number']}"


def pool(members: int, lang: str) -> str:
    """That the seller of a meeting leads a pool of so many; nothing for 0."""
    if not members:
        return ""
    told = ("Bên bán đứng đầu nhóm gom hàng gồm {n} bên", "The seller leads a pool of {n}")
    return told[lang == "en"].format(n=members)


def fault(code: str, facts: dict[str, object], lang: str) -> str:
    """Why nothing was printed."""
    return FAULTS[code][lang == "en"].format(**facts)
