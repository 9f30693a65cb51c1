"""Days that texts on deliveries name one by one, however their list is joined: of the week ("thứ 3, thứ 6",
"T3 T6 CN"), of the month ("ngày 5 và 20 hằng tháng", "mùng 1 và rằm") and dates ("5/1, 15/1")."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scoring.units import fold

_JOIN = r" ?(?:[,;&+/]|va|voi|cung|roi|and|-|–|—) ?"
_NEXT = rf"(?:{_JOIN}(?:(?:ca|vao|moi|ngay|on) )?| )"
_NAMES = {"hai": "2", "ba": "3", "tu": "4", "nam": "5", "sau": "6", "bay": "7", "chu nhat": "8", "cn": "8",
          "mon": "2", "tue": "3", "wed": "4", "thu": "5", "fri": "6", "sat": "7", "sun": "8"}  # fmt: skip
# A figure before one of these counts something else: "thứ 3, 6 giờ", "thứ 2, 4 tấn".
_AMOUNT = (
    r"(?! ?(?:gio|h|g|tan|ta|yen|kg|ky|xe|con|lit|thung|am|pm|chuyen|lan)\b|[.:]\d|"
    r",\d+ ?(?:tan|ta|kg|h|gio)\b| ?[-–] ?\d+ ?(?:h|gio)\b)"
)
_FIGURE = rf"[2-7]\b{_AMOUNT}"
_BARE = rf"(?:{_FIGURE}|(?:hai|ba|tu|nam|sau|bay)\b(?! ?(?:gio|tan|ta|kg|xe|con|chuyen|lan|tuan|thang)\b))"
_SUNDAY = r"(?:chu nhat|cn)\b"
_THU = rf"(?:thu {_BARE}|thu[2-7]\b|{_SUNDAY})"
_SHORT = rf"(?:t[2-7]\b(?![/.]\d)|{_SUNDAY})"
_LONG_ENGLISH = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_ENGLISH = rf"(?:{_LONG_ENGLISH}|mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?"
_WEEK = re.compile(
    rf"\b(?:thu {_BARE}(?:{_JOIN}(?:{_THU}|{_SHORT}|{_BARE})| (?:{_THU}|{_FIGURE}))*"
    rf"|thu[2-7]\b(?:{_NEXT}(?:{_THU}|{_FIGURE}))*"
    rf"|t[2-7]\b(?![/.]\d)(?:{_NEXT}(?:{_SHORT}|{_FIGURE}))*"
    rf"|{_SUNDAY}(?:{_NEXT}(?:{_THU}|{_SHORT}))*"
    rf"|{_LONG_ENGLISH}\b(?:{_NEXT}{_ENGLISH})*|(?:{_ENGLISH}){_JOIN}{_ENGLISH}(?:{_NEXT}{_ENGLISH})*)"
)
_ONE = re.compile(
    r"\b(?:t|thu ?)?([2-7])\b|\b(?:thu )?(hai|ba|tu|nam|sau|bay)\b|"
    r"\b(chu nhat|cn|mon|tue|wed|thu|fri|sat|sun)"
)
# A stretch of weekdays tells when a gate is open and not how often goods come.
_STRETCH = re.compile(
    rf"\b(?:thu ?|t){_BARE} ?(?:den|toi) ?(?:het )?(?:(?:thu ?|t)?{_BARE}|{_SUNDAY})|"
    rf"\b(?:thu ?|t)(?:2|hai) ?[-–—] ?(?:(?:thu ?|t)?(?:[67]|sau|bay)\b|{_SUNDAY})"
    r"(?! ?[-–—,&+/] ?(?:thu|t)?[2-7])|"
    r"day (?:to|through|till|until) [a-z]+day\b|\bmon ?(?:-|–|to) ?(?:fri|sat|sun)\b"
)
_NOT = r"(?:tru|ngoai|nghi|khong(?: \w+)?|ko(?: \w+)?|except|no|not|closed)(?: (?:ngay|cac ngay|vao|on))?"
_DENIED = re.compile(rf"\b{_NOT} (?:{_WEEK.pattern})|(?:{_WEEK.pattern}) (?:nghi|khong|closed)\b")
_MONTHLY = r"(?:hang thang|moi thang|trong thang|cua thang|(?:of )?(?:each|every|the) month|monthly|am lich)"
_DATE = r"(?:ngay )?(?:mung |mong )?(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b(?!/\d| ?(?:gio|h|tan|ta|kg|xe|lan)\b)"
_OF_MONTH = re.compile(
    rf"(?:\b{_MONTHLY} (?:(?:giao|vao|cac|on) )*(?:ngay|mung|mong) {_DATE}(?:{_JOIN}{_DATE})+)|"
    rf"\b(?:ngay|mung|mong) {_DATE}(?:{_JOIN}{_DATE})+ {_MONTHLY}|"
    rf"\bthe {_DATE}(?:{_JOIN}(?:the )?{_DATE})+ {_MONTHLY}|"
    rf"\b(?:ngay )?(?:mung|mong) (?:1|mot){_JOIN}(?:ngay )?ram\b|"
    rf"\bram{_JOIN}(?:ngay )?(?:mung|mong) (?:1|mot)\b"
)
_DATES = re.compile(
    r"\b\d{1,2}/\d{1,2}(?:/\d{4})?(?: ?(?:[,;&+]|va|voi|and) ?(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?)+"
)
_OF_HARVEST = re.compile(r"\b(?:thang|vu|mua|nam|rai vu|month|season)\b|\bt(?:[189]|1[0-2])\b|\d/\d{4}")
_OF_WEEK = re.compile(r"\b(?:tuan|cn|chu nhat|sang|chieu|toi|week\w*)\b")


class Named(NamedTuple):
    """The days named, how many deliveries a week that is (NaN where that does not follow), and where in the
    folded text they stand."""

    days: frozenset[str]
    times: float
    start: int
    end: int


NO_DAYS = Named(frozenset(), float("nan"), 0, 0)


@lru_cache(maxsize=16_384)
def named_days(text: str, on_deliveries: bool = True) -> Named:
    """The days of the first list of a text; "T3, T6" in a text of other things may be months, and counts only
    where it tells that weekdays are meant.

    >>> sorted(named_days("giao T3, T6 & CN").days), named_days("thứ 2 đến thứ 6").days
    (['w3', 'w6', 'w8'], frozenset())
    """
    plain = fold(text)
    if found := _OF_MONTH.search(plain):
        days = {f"m{int(day)}" for day in re.findall(r"\d+", found[0])}
        days |= {"m15"} if re.search(r"\bram\b", found[0]) else set()
        days |= {"m1"} if re.search(r"\bm[uo]ng mot\b", found[0]) else set()
        return Named(frozenset(days), len(days) * 7 / 30, found.start(), found.end())
    if _STRETCH.search(plain):
        return NO_DAYS
    denied = [(each.start(), each.end()) for each in _DENIED.finditer(plain)]
    for found in _WEEK.finditer(plain):
        if any(start <= found.start() < end for start, end in denied):
            continue
        if not on_deliveries and re.match(r"t\d", found[0]) and not _weekdays_meant(found[0], plain):
            continue
        days = _weekdays(found[0])
        return Named(frozenset(f"w{day}" for day in days), float(len(days)), found.start(), found.end())
    if found := _DATES.search(plain):
        dates = re.findall(r"(\d{1,2})/(\d{1,2})", found[0])
        days = {f"{int(day)}/{int(month)}" for day, month in dates}
        return Named(frozenset(days), float("nan"), found.start(), found.end())
    return NO_DAYS


@lru_cache(maxsize=16_384)
def days_without(text: str) -> int:
    """How many days of the week a text takes out: "hằng ngày, trừ CN" has one."""
    return len({day for found in _DENIED.finditer(fold(text)) for day in _weekdays(found[0])})


def _weekdays(words: str) -> set[str]:
    found = (next(filter(None, each)) for each in _ONE.findall(words))
    return {_NAMES.get(day, day) for day in found}


def _weekdays_meant(words: str, plain: str) -> bool:
    """Whether "T3, T6" are days: a Sunday or a week stands beside, or no two of several follow each other."""
    if _OF_WEEK.search(plain):
        return True
    days = sorted(map(int, _weekdays(words)))
    apart = all(b - a > 1 for a, b in pairwise(days))
    return len(days) > 1 and apart and not _OF_HARVEST.search(plain.replace(words, " "))
