"""The last day of delivery that a clause names: "giao trước 15/1", "4 đợt trước Tết", "deliver by 15 Jan"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from matchmaker.intake.text import fold

# The day that a text tells, as "trước 15/1", with the number of letters that it is told in.
DayOf = Callable[[str], tuple[date, int] | None]

_OPENS = re.compile(
    r"\b(?:truoc(?: ngay)?|cham nhat(?: la)?(?: ngay)?|muon nhat(?: la)?(?: ngay)?|"
    r"tre nhat(?: la)?(?: ngay)?|"
    r"khong (?:qua|muon hon|tre hon|cham hon)(?: ngay)?|no later than|not later than|latest by|before|by|"
    r"han(?: chot)? (?:giao|nhan)(?: hang)?(?: la| den| den ngay| ngay)?|(?:giao|nhan)(?: hang)? den het)"
    r"(?: the)? ?:? ?(?=[\dA-Za-z])"
)
_DELIVERY = re.compile(
    r"\b(?:giao|nhan|lay hang|ve kho|ve den|den kho|toi kho|co hang|can hang|xong|du hang|"
    r"deliver\w*|arriv\w*|receiv\w*|ship\w*|in (?:our )?(?:store|warehouse)|need\w*|tai kho|o kho)\b"
)
# What else is due by a day, and goods of which a day is told that is none of delivery.
_ELSE = re.compile(
    r"\b(?:mau|bao gia|ho so|tien|coc|thanh toan|hoa don|tra loi|phan hoi|lien he|dang ky|chot|dat hang|"
    r"dat truoc|bao truoc|thu hoach|hai|hop dong|ky|giay|cong no|sample\w*|quot\w*|pay\w*|invoice\w*|"
    r"confirm\w*|repl\w+|order\w*|harvest\w*|contract\w*)\b"
)
_DENIED = re.compile(r"\b(?:khong|chua|dung|not|never|cam)\b(?! (?:qua|muon|tre|cham|later))")
_PART_FIRST = re.compile(
    r"\b(?:(?:lo|dot|chuyen|lan)(?: hang)? (?:dau|1|mot|thu nhat)|mot phan|first|part of)\b"
)
_PART = re.compile(  # of the goods alone, or of days that begin later
    r"\b(?:(?:lo|dot|chuyen|lan|phan)(?: hang)? (?:dau|1|mot|thu nhat)|mot phan|first|part of|"
    r"tu (?:ngay )?\d+|\d+ ?(?:kg|tan|ta|yen|thung|hop|bo|set|qua|con|lit|chai|tui|phan tram))\b|\d ?%"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_NAMED}(?:,? (20\d\d))?\b")
_MONTH_FIRST = re.compile(rf"{_NAMED} (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (20\d\d))?\b")
_AHEAD = re.compile(r" (\d{1,2}) (ngay|tuan)\b")  # "trước Tết 10 ngày"
_AT_AN_HOUR = re.compile(r"\d{1,2} ?(?:h|gio|:|am|pm)")
_MOON = re.compile(r" (?:am lich|am|duong lich)\b")
_FILLERS = re.compile(
    r"\b(?:giao|nhan|lay|hang|het|xong|du|can|phai|ve|den|toi|co|o|tai|kho|da|deliver\w*|all|goods|is|are|be|"
    r"must|to|at|arriv\w*|in|our|store|warehouse|need\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of delivery, the words that tell it, and what the clause says beside them."""

    day: date
    words: str
    rest: str


def find_due(clause: str, day_of: DayOf, *, of_deliveries: bool = False) -> Due | None:
    """The deadline of a clause; one of a field on deliveries alone needs no word of delivery in it."""
    raw = " ".join(clause.split())
    plain = fold(raw)
    if len(plain) != len(raw):
        return None
    for opening in _OPENS.finditer(plain):
        before = plain[: opening.end()]
        if _DENIED.search(before) or _PART.search(before) or _ELSE.search(before):
            continue
        if not of_deliveries and not _DELIVERY.search(plain):
            continue
        if found := _day(raw[opening.end() :], day_of):
            day, length = found
            end = opening.end() + length
            head, tail = raw[: opening.start()], raw[end:]
            if not _says_more(head):
                return Due(day, raw if not _says_more(tail) else raw[:end], beside(tail))
            return Due(day, raw[opening.start() : end], beside(f"{head}{tail}"))
    return None


_WANTED = re.compile(r"\b(?:can|lay|mua|order|want\w*|buy\w*)\b")


def is_of_deliveries(clause: str) -> bool:
    """Whether a clause speaks of goods that are brought, and of nothing else that has its day."""
    plain = fold(clause)
    wanted = _DELIVERY.search(plain) or _WANTED.search(plain)
    return wanted is not None and not (
        _ELSE.search(plain) or _DENIED.search(plain) or _PART_FIRST.search(plain)
    )


def _says_more(words: str) -> bool:
    """Whether words say more than that goods are delivered."""
    return re.search(r"[a-z0-9]", _FILLERS.sub(" ", fold(words))) is not None


def beside(words: str) -> str:
    """What words say beside a day or days of delivery, "" where that is only that goods are delivered."""
    return words.strip(" ,;-–") if _says_more(words) else ""


def _day(text: str, day_of: DayOf) -> tuple[date, int] | None:
    """The day that stands at the beginning of a text, and the number of its letters."""
    if _AT_AN_HOUR.match(fold(text)):
        return None
    if english := english_date(text, day_of):
        return english
    told = day_of(text)
    if told and (moon := _MOON.match(fold(text[told[1] :]))):
        told = told[0], told[1] + moon.end()
    if told and (ahead := _AHEAD.match(fold(text[told[1] :]))):
        days = int(ahead[1]) * (7 if ahead[2] == "tuan" else 1)
        return told[0] - timedelta(days=days), told[1] + ahead.end()
    return told


def english_date(text: str, day_of: DayOf) -> tuple[date, int] | None:
    """A day of an English month ("15 Jan", "January 15th") at the beginning of a text, with its letters."""
    for pattern, day, month in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        if found := pattern.match(fold(text)):
            year = f"/{found[3]}" if found[3] else ""
            told = day_of(f"{found[day]}/{_MONTHS.index(found[month]) + 1}{year}")
            return (told[0], found.end()) if told else None
    return None
