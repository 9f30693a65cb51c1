"""Parts of months that a text of a season leaves out: "10/6 – 15/7", "giữa tháng 8 đến hết tháng 9"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scoring.dates_in_words import with_dates
from scoring.records import Offer
from scoring.units import fold

EARLY, MIDDLE, LATE = "early", "middle", "late"
_PARTS = {"dau": EARLY, "giua": MIDDLE, "cuoi": LATE}
_ORDER = (EARLY, MIDDLE, LATE)
_NAMED = re.compile(r"\b(dau|giua|cuoi) (?:thang |t) ?(\d{1,2})\b(?! ?/)")
_HALF = re.compile(r"\bnua (dau|cuoi|sau) (?:thang |t) ?(\d{1,2})\b(?! ?/)")
_HALF_MONTH = 15  # days
_DAYS_COUNTED = 30  # of each month, in an amount by the day or week
_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_LUNAR = re.compile(r"\bam\b")  # lunar months lie across two solar ones
FIRST_DAYS, LAST_DAYS = 5, 25  # from the 5th at the latest, or to the 25th, a month counts as whole
# Words by which the months named are those of the harvest, and not of the sale.
_HARVEST = re.compile(
    r"\b(thu hoach|thu hai|thu t\d|thu thang|gat|quay mat|lay mat|cat mat|khai thac|harvest)|"
    r"\bhái\b"
)
_SALE = re.compile(r"\b(ban|giao|sell|sold|sale)\b")

_RANGE = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2} ?(?:-|–|—|den|toi|to) ?(?:ngay )?\d{1,2}/\d{1,2}(?![\d/])")
_SPOKEN = re.compile(
    r"\b(?:(?:cat|hai|thu|giao|ban|co hang|xuat|be|dao)(?: duoc| hang| ban)?(?: tu| vao| khoang)*|tu)"
    r" (?:dau|giua|cuoi) (?:thang |t) ?\d{1,2}\b(?! ?/)"
    r"(?: ?(?:-|–|den|toi)(?: het| dau| giua| cuoi)? (?:thang |t)?\d{1,2}\b(?! ?/))?"
)
# A season of one day and one month: "từ 20/5 đến hết tháng 6", "tháng 5 đến 15/6".
_OPENING = r"(?:(?:co hang|co|ban|giao|thu hoach|thu|hai|cat|vu|mua|from) )*(?:tu )?(?:khoang )?(?:ngay )?"
_UNTIL = r" ?(?:-|–|—|den|toi|to|until) ?"
_A_MONTH = r"(?:thang |t) ?(\d{1,2})"
_FROM_DAY = re.compile(
    rf"{_OPENING}\d{{1,2}}/\d{{1,2}}{_UNTIL}(?:het |khoang )?(?:(dau|giua|cuoi) )?{_A_MONTH}"
)
_TO_DAY = re.compile(
    rf"{_OPENING}(?:(dau|giua|cuoi) )?{_A_MONTH}{_UNTIL}(?:het |khoang )?(?:ngay )?\d{{1,2}}/\d{{1,2}}"
)
DAYS_OF = dict(enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), start=1))

Lack = tuple[str, int, int]  # "early", "middle", "late" (day 0), or "before" and "after" a day; month, day


@lru_cache(maxsize=16_384)
def left_out(text: str) -> tuple[Lack, ...]:
    """What a season leaves out of its first and its last month; none where it names whole months.

    >>> left_out("10/6 - 15/7")
    (('before', 6, 10), ('after', 7, 15))
    >>> left_out("cuối tháng 5 - giữa tháng 6")
    (('early', 5, 0), ('middle', 5, 0), ('late', 6, 0))
    """
    plain = with_dates(fold(text))
    days = [(int(day), int(month)) for day, month in _DAY.findall(plain)]
    if len(days) == 2 and all(1 <= day <= 31 and 1 <= month <= 12 for day, month in days):
        (first, start), (last, end) = days
        lacks = [("before", start, first)] if first > FIRST_DAYS else []
        return (*lacks, *([("after", end, last)] if last < LAST_DAYS else []))
    if len(days) == 1 and not _LUNAR.search(plain):
        told = _one_day(plain, *days[0])
        if told is not None:
            return told
    if (halves := list(_HALF.finditer(plain))) and not _LUNAR.search(plain):
        return _halves_out(plain, halves)
    named = list(_NAMED.finditer(plain))
    if not named or len(named) > 2 or _LUNAR.search(plain):
        return ()
    opening, closing = named[0], named[-1]
    found: list[Lack] = []
    if not re.search(r"\d|\bden $", plain[: opening.start()]):
        found += [(each, int(opening[2]), 0) for each in _ORDER[: _ORDER.index(_PARTS[opening[1]])]]
    open_ended = len(named) == 1 and re.search(r"\btu $", plain[: opening.start()])
    if not re.search(r"\d", plain[closing.end() :]) and not open_ended:
        found += [(each, int(closing[2]), 0) for each in _ORDER[_ORDER.index(_PARTS[closing[1]]) + 1 :]]
    return tuple(found)


def _one_day(plain: str, day: int, month: int) -> tuple[Lack, ...] | None:
    """What a season of one day and one month leaves out: "20/5 đến hết tháng 6", "đầu tháng 5 – 15/6"; None
    where it names no such span."""
    if not (1 <= day <= 31 and 1 <= month <= len(DAYS_OF)):
        return None
    if found := _FROM_DAY.fullmatch(plain):
        opens = [("before", month, day)] if day > FIRST_DAYS else []
        part, last = found[1], int(found[2])
        ends = [(each, last, 0) for each in _ORDER[_ORDER.index(_PARTS[part]) + 1 :]] if part else []
    elif found := _TO_DAY.fullmatch(plain):
        part, first = found[1], int(found[2])
        opens = [(each, first, 0) for each in _ORDER[: _ORDER.index(_PARTS[part])]] if part else []
        last, ends = first, [("after", month, day)] if day < LAST_DAYS else []
    else:
        return None
    return (*opens, *ends) if last != month and 1 <= last <= len(DAYS_OF) else None


def _halves_out(plain: str, halves: list[re.Match[str]]) -> tuple[Lack, ...]:
    """The half of the first and of the last month that a season leaves out: "nửa cuối tháng 1"."""
    opening, closing, found = halves[0], halves[-1], []
    if opening[1] != "dau" and not re.search(r"\d|\b(?:den|toi) $", plain[: opening.start()]):
        found.append(("before", int(opening[2]), _HALF_MONTH + 1))
    open_ended = len(halves) == 1 and re.search(r"\btu $", plain[: opening.start()])
    if closing[1] == "dau" and not re.search(r"\d", plain[closing.end() :]) and not open_ended:
        found.append(("after", int(closing[2]), _HALF_MONTH))
    return tuple(each for each in found if 1 <= each[1] <= len(DAYS_OF))


def season_words(offer: Offer) -> str:
    """The words of an offer's season: its text of it, else days named from and to in its free text."""
    if offer.season_text or offer.months == ():
        return offer.season_text
    found = _RANGE.search(fold(offer.remarks)) if "/" in offer.remarks else None
    return found[0].replace("den", "–") if found else _spoken(offer.remarks)


@lru_cache(maxsize=16_384)
def _spoken(text: str) -> str:
    """The words of a free text that open or close its season within a month: "cắt từ giữa tháng 1"."""
    plain, words = fold(text), " ".join(text.split())
    found = _SPOKEN.search(plain)
    if found is None:
        return ""
    return words[found.start() : found.end()] if len(plain) == len(words) else found[0]


def lost(lacks: Sequence[Lack], months: Sequence[int], *, by_day: bool = False) -> float:
    """How many months of those given their lacks take away: from 20 May to 20 June 0.61 and 0.33; of what is
    stated for a day or a week, of which a month has thirty days' worth, each day that is left counts.

    >>> lacks = left_out("20/5 - 20/6")
    >>> round(lost(lacks, (5, 6)), 2), round(lost(lacks, (5,), by_day=True), 2)
    (0.95, 0.6)
    """
    away: dict[int, float] = {}
    for part, month, day in lacks:
        if month in months:
            out = day - 1 if part == "before" else max(DAYS_OF[month] - day, 0)
            away[month] = away.get(month, 0.0) + (out if day else DAYS_OF[month] / 3)
    if by_day:
        return sum(1 - max(DAYS_OF[month] - out, 0.0) / _DAYS_COUNTED for month, out in away.items())
    return sum(out / DAYS_OF[month] for month, out in away.items())


# The crop that a stock is of: "vụ xuân 2026 còn 25 kg".
_CROP = r"\bvu (?:xuan|he|thu|dong|mua|chiem|truoc|vua roi)(?: (?:thu|xuan|he))?(?: (?:nam nay|20\d\d))?"
_STOCKED = re.compile(rf"{_CROP},? (?:con|ton|tru|san)\b|\b(?:con|ton)\b[^;,.]*{_CROP}")


@lru_cache(maxsize=16_384)
def stocked_crop(text: str) -> str:
    """The words of a text that tell of which crop the goods in store are, and of no sale; else ""."""
    found = _STOCKED.search(fold(text))
    return f"thu hoach {found[0]}" if found else ""


_STORE = (
    r"\b(?:tru dong|tru lanh|tru kho|tru san|cap dong|dong lanh|luu kho|ton kho|kho lanh|hang tru|frozen|"
    r"stored|stock)"
)
_FROM_CROP = re.compile(
    rf"{_STORE}\b[^;.,\d]*?\b(?:vu|mua|harvest|season|catch|crop)\b[^;.,\d]*?"
    r"(?:thang |t)?(1[0-2]|[1-9])(?: ?(?:-|–|den) ?(?:thang |t)?(1[0-2]|[1-9]))?(?![\d/])"
)


@lru_cache(maxsize=16_384)
def stocked_from(text: str) -> tuple[int, ...]:
    """The months of the crop or catch that goods in store all come from; none where none is told.

    >>> stocked_from("Hàng trữ đông từ vụ tháng 4–9"), stocked_from("trữ đông quanh năm")
    ((4, 5, 6, 7, 8, 9), ())
    """
    found = _FROM_CROP.search(fold(text)) if text else None
    if not found:
        return ()
    first, last = int(found[1]), int(found[2] or found[1])
    return tuple((first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1))


@lru_cache(maxsize=16_384)
def names_harvest(text: str) -> bool:
    """Whether a text says when goods are gathered and not until when they are sold.

    >>> names_harvest("thu hoạch tháng 10-12"), names_harvest("thu T10, bán đến ra Tết")
    (True, False)
    """
    plain = fold(text)
    said = f"{plain}; {text.lower()}"  # "hái" is another word without its marks
    return _HARVEST.search(said) is not None and _SALE.search(plain) is None


# Words by which goods that keep are sold on after the months named: "trữ kho bán dần", "bán quanh năm".
_ALL_YEAR = re.compile(r"\b(?:quanh nam|ca nam|all year|year[- ]round)\b")
_SOLD_ON = re.compile(
    r"(?<!gia )(?<!khong )(?<!chua )"
    r"\b(?:ban|giao|cung (?:cap|ung)|co hang|co san)(?: dan)? (?:quanh nam|ca nam)\b|"
    r"\b(?:tru|bao quan|cat kho|luu kho)\b[^.;]*\bban dan\b|"
    r"\b(?:sold|available|delivered) (?:all year|year[- ]round)\b"
)


@lru_cache(maxsize=16_384)
def sold_on(text: str) -> str:
    """The clause of a text by which goods are sold beyond the months of their harvest, "" where none is.

    >>> sold_on("Vụ chính T9; phơi khô, trữ kho bán dần")
    'phơi khô, trữ kho bán dần'
    >>> sold_on("giá bán quanh năm không đổi")
    ''
    """
    clauses = re.split(r"[.;](?!\d)", text)
    return next((each.strip() for each in clauses if _SOLD_ON.search(fold(each))), "")


_OF_TRADE = re.compile(
    r"\b(?:gia|tan|ta|yen|kg|ky|lit|vnd|price|tons?)\b|\d ?(?:k|tr|trieu|nghin|ngan|ngh|d|dong|usd)\b"
)


def of_season(clause: str) -> str:
    """A clause on a season without its parts on amounts and prices; whole where there are no others."""
    parts = [part.strip() for part in re.split(r",(?!\d)", clause)]
    return ", ".join(part for part in parts if not _OF_TRADE.search(fold(part))) or clause


def names_all_year(text: str) -> bool:
    """Whether a text says that goods are there all year."""
    return _ALL_YEAR.search(fold(text)) is not None


def harvest_words(offer: Offer) -> str:
    """The words of an offer by which its months are those of the harvest and not of the sale; else ""."""
    if offer.season_text:
        return offer.season_text if names_harvest(offer.season_text) else ""
    return stocked_crop(offer.remarks) or (sold_on(offer.remarks) if offer.remarks else "")


def says_harvest_only(offer: Offer) -> bool:
    """Whether the words of an offer tell the months of a harvest that is not all year, and no sale."""
    said = harvest_words(offer)
    return bool(said) and len(set(offer.months)) < len(DAYS_OF) and not names_all_year(of_season(said))
