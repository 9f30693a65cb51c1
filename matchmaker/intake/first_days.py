"""The first day of delivery that a clause names: "giao từ 15/1", "4 đợt, từ 20 tháng Chạp", "from 10 Jan"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from matchmaker.intake.as_written import as_written
from matchmaker.intake.deadlines import beside, english_date
from matchmaker.intake.months import MonthReader
from matchmaker.intake.text import fold, tokenize

_ON = r"(?: (?:vao|tu|ngay|la|khoang|tam|on|from|the))*"
_TAKEN = r"(?:giao|lay|nhan|mua|can|deliver\w*|shipping|shipments?)(?: hang)?"
_AFTER = re.compile(r"\b(?:after|(?:ke )?(?:tu )?sau)(?: ngay)? (?!(?:tet|gieng)\b)")
_OPENS = re.compile(
    rf"\b(?:bat dau(?: {_TAKEN})?{_ON}|(?:ke |(?<!thu ))tu{_ON}|som nhat{_ON}|"
    rf"(?:khong|chua|dung) {_TAKEN} (?:truoc|som hon)(?: ngay)?|khong (?:truoc|som hon)(?: ngay)?|"
    rf"(?:lo|dot|chuyen|lan)(?: hang)? (?:dau tien|dau|1|mot|thu nhat)(?: {_TAKEN})?{_ON}|"
    r"not before|not earlier than|no earlier than|(?:earliest|from|as of)(?: on| the)*|"
    rf"(?:start|starts|starting|beginning|begins|begin)(?: on| from| the| of)*)(?: :)? |"
    r"\b(?:tu )?(?=(?:sau|ra|qua|after) (?:tet|gieng)\b)"
)
_ALL_ROUND = re.compile(r"\btruoc(?:,? ?trong)?(?:,? va)? sau\b|\bbefore and after\b")
_AFTER_TET = re.compile(r"(?:sau|ra|qua|after) ")
_MOST_TOKENS = 40
_LATER = re.compile(r" (\d{1,2}) (ngay|tuan)\b")
_ONWARD = re.compile(
    r"[ ,]*\b(?:tro di|do di|tro ve sau|ve sau|onwards?|moi (?:giao|lay|nhan|can|mua|ve)(?: hang)?|"
    r"bat dau (?:giao|lay|nhan)(?: hang)?)\b"
)
_GOES_ON = re.compile(  # a stretch, or a list of dates
    r" ?(?:[-–—>]|\b(?:den|toi|to|till?|until|through|thru|sang|cho den)\b(?! (?:kho|noi|cua|tan|our|the)\b)|"
    r"(?:[,;&+]|va|and)? ?\d{1,2}/\d)"
)
_OF_GOODS = re.compile(
    r"\b(?:giao|nhan|lay|ve kho|den kho|toi kho|co hang|can|mua|dot|lo|chuyen|lan|tuan|ngay|deliver\w*|"
    r"arriv\w*|receiv\w*|ship\w*|need\w*|want\w*|buy\w*|loads?|lots?|weekly)\b"
)
# What else begins on a day, and a lot that is not the first.
_ELSE = re.compile(
    r"\b(?:mau(?! (?:ma|sac|do|xanh|vang|trang|tim|hong|cam|den|nau)\b)|"
    r"(?<!tham )(?<!chuyen )(?<!quoc )(?<!dua )gia"
    r"(?! (?:lam|lai|dinh|vi|suc|cam|cong|truyen|do|song|tang)\b)|ho so|tien|(?<!trai )(?<!qua )coc|"
    r"thanh toan|hoa don|tra loi|phan hoi|lien he|dang ky|"
    r"thu hoach|thu hai|hop dong|(?<!\d )ky(?= (?:hop|ket|hd|xong|duyet|giay))|"
    r"giay(?! (?:da|dep|the thao)\b)|cong no|san xuat|nsx|han dung|hsd|hieu luc|ap dung|khai truong|"
    r"mo ban|ban le|sample\w*|quot\w*|pric\w*|pay\w*|invoice\w*|confirm\w*|harvest\w*|contract\w*|"
    r"produc\w*|valid\w*|grown|origin\w*|"
    r"(?:dot|lo|chuyen|lan|tau|xe)(?: hang)? (?:[2-9]|hai|ba|sau|cuoi|tiep|"
    r"thu (?:hai|ba|tu)|ke)|con lai|bo sung|them|rest|remain\w*|balance|second|third|last|more)\b"
)
_DENIED = re.compile(
    r"\b(?:(?<!chan )khong|(?<!ca )(?<!sua )(?<!canh )(?<!me )chua(?! ngot)|ngung|(?<!de )(?<!kien )nghi|"
    r"(?:tam )?dung(?= (?:giao|lay|nhan|mua|ban))|tam dung|dong cua|het hang|never|not?|closed|stop\w*)\b"
)
_STOPS = re.compile(r"\bdung\b")  # "dừng", in words with marks
# How such words are written: "đúng", "dùng", "già", "nghị" and "màu" say nothing against a day.
_WRITTEN = {
    "dung": "dừng đừng", "gia": "giá gia", "nghi": "nghỉ nghi", "mau": "mẫu mau", "chua": "chưa chua",
    "coc": "cọc coc", "ky": "ký ky", "giay": "giấy giay",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Begin:
    """The first day of delivery, the words that tell it, and what the clause says beside them."""

    day: date
    words: str
    rest: str


def find_begin(clause: str, reader: MonthReader, *, of_deliveries: bool = False) -> Begin | None:
    """The first day of a clause; one of a text on what is wanted needs no word of delivery in it."""
    raw = " ".join(clause.split())
    plain = fold(raw)
    if len(plain) != len(raw) or not (of_deliveries or _OF_GOODS.search(plain)) or _ALL_ROUND.search(plain):
        return None
    for start, at, after in _openings(plain):
        if (found := _day(raw[at:], reader)) is None:
            continue
        day, end = found[0] + timedelta(days=after), at + found[1]
        if _GOES_ON.match(plain[end:]):
            return None
        if onward := _ONWARD.match(plain[end:]):
            end += onward.end()
        if _otherwise(f"{raw[:start]} {raw[end:]}"):
            return None
        rest = beside(f"{raw[:start].rstrip(' ,')} {raw[end:].lstrip()}")
        return Begin(day, raw[start:end].strip(" ,"), rest)
    return None


def _otherwise(others: str) -> bool:
    """Whether the words beside a day tell it of something else, or deny it."""
    plain = as_written(others, _WRITTEN)
    stops = not others.isascii() and _STOPS.search(plain) is not None
    return stops or any(pattern.search(plain) is not None for pattern in (_ELSE, _DENIED))


def _openings(plain: str) -> list[tuple[int, int, int]]:
    """Where words that open a first day begin and end, with the days that they leave out: "sau 15/1" one."""
    found = [(hit.start(), hit.end(), 0) for hit in _OPENS.finditer(plain)]
    found += [(hit.start(), hit.end(), 1) for hit in _AFTER.finditer(plain)]
    return sorted(found, key=lambda each: (each[0], -each[1]))


def _day(text: str, reader: MonthReader) -> tuple[date, int] | None:
    """The day that stands at the beginning of a text, and the number of its letters."""
    day_of = partial(_opened, reader)
    found = english_date(text, day_of) or day_of(text)
    if found and (later := _LATER.match(fold(text[found[1] :]))):  # "sau Tết 10 ngày"
        days = int(later[1]) * (7 if later[2] == "tuan" else 1)
        return found[0] + timedelta(days=days), found[1] + later.end()
    return found


def _opened(reader: MonthReader, raw: str) -> tuple[date, int] | None:
    """The day on which what a text opens with begins ("15/1 …", "giữa tháng 12", "sau Tết"), and its letters;
    none of a feast itself, which has no first day."""
    opened = f"{'tu' if raw.isascii() else 'từ'} {raw}"
    text = tokenize(opened)
    point = reader.point(text.tokens[:_MOST_TOKENS], 1)
    first = (point.within or point.days or (None,))[0] if point else None
    if point is None or first is None or (point.vague and not _AFTER_TET.match(fold(raw))):
        return None
    _, end = text.span(point.start, point.end)
    return first, end - len(opened) + len(raw)
