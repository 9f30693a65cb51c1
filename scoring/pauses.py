"""Months in which a producer takes no orders by his own words: "mùa gió chướng T10–T2 tàu ít ra, không nhận
đơn", "nghỉ tháng 7–8 không giao", "no orders in July and August"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from scoring.horizon import YEAR
from scoring.records import Offer
from scoring.units import fold

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = rf"(?:{'|'.join(_NAMES)})[a-z]*"
_ONE = rf"(?:(?:thang |t)\d{{1,2}}|{_ENGLISH})"
_NEXT = rf"(?:(?:thang |t)?\d{{1,2}}|{_ENGLISH})(?![\d/])"
_JOIN = r" ?(?:[-–—,+&/]|den(?: het)?|toi|va|to|until|and|through) ?"
_SPAN = re.compile(rf"\b{_ONE}(?![\d/])(?:{_JOIN}{_NEXT})*")
_ITEM = re.compile(rf"(?P<join>[-–—]|\bden\b|\btoi\b|\bto\b|\buntil\b|\bthrough\b)|\d{{1,2}}|\b{_ENGLISH}")
_ORDER = r"(?: (?:hang|don|don hang|don moi|dat hang|don dat hang))?"
_STOP = re.compile(
    rf"\b(?<!khong )(?<!chua )(?:khong (?:nhan(?: don(?: hang| moi)?| dat hang)|(?:giao|ban){_ORDER}|"
    rf"cung cap|xuat hang|co hang giao)|"
    rf"(?:tam )?(?:ngung|dung|nghi)"
    rf"(?: (?:nhan|giao|ban|cung cap|san xuat|khai thac|lam|bien|vu|hang)){{0,2}}{_ORDER}|"
    rf"no (?:orders?|deliver(?:y|ies))(?: taken)?|closed|"
    rf"(?:not|don.t) (?:deliver|ship|tak(?:e|ing) orders)(?:ing)?)"
    rf"(?=$|[,()]| (?:tu|trong|vao|cac|thang|t\d|mua|vi|do|in|from|during|between|{_ENGLISH})\b| khong giao)"
)
# What makes less of it than months without orders: some days, some orders, a condition, the other months.
_LESS = re.compile(
    r"\b(?:neu|khi|co the|ngoai|tru|except|unless|if|may be|le|nho|ngay|tuan|dau|cuoi|giua|nua|cn|"
    r"chu nhat|thu bay|days?|weeks?|weekends?|am lich|al|duoi|tren)\b"
)
_HAS = re.compile(
    r"\b(?:co hang|vu chinh|chinh vu|thu hoach|thu hai|san luong|nhieu|giao|ban|nhan|"
    r"available|harvest\w*|deliver\w*)\b"
)
_ONE_END = re.compile(r"\b(?:sau|truoc|qua|het|tu|den|toi|after|before|from|until|since)(?: het)? $")
_OF_SEASON = re.compile(r"\b(?:mua|bao|lu|gio|bien|song|ret|vu|thang|season)\b")
_WEEKDAYS = range(2, 8)  # T2 to T7 alone may be Monday to Saturday
_CLAUSES = re.compile(r"[;\n]|\.(?:\s|$)")
_REACH = 9  # words between the months and what is said of them


def paused(offer: Offer) -> tuple[tuple[int, ...], str]:
    """The months in which an offer takes no orders, and the words that say so; ((), "") where it says no such
    thing, or would leave no month of those that it names.

    >>> paused(Offer("o", "cá thu", remarks="mùa gió chướng T10–T2 tàu ít ra, không nhận đơn"))[0]
    (1, 2, 10, 11, 12)
    """
    for text in (offer.remarks, offer.season_text, offer.description):
        months, words = _in_text(text) if text else ((), "")
        if months and not set(offer.months or range(1, YEAR + 1)) <= set(months):
            return months, words
    return (), ""


@lru_cache(maxsize=16_384)
def _in_text(text: str) -> tuple[tuple[int, ...], str]:
    for clause in _CLAUSES.split(text):
        months, first, last = _in_clause(fold(clause))
        if months:
            return tuple(sorted(months)), ",".join(clause.split(",")[first : last + 1]).strip(" .-")
    return (), ""


def _in_clause(plain: str) -> tuple[set[int], int, int]:
    """The months, with the first and the last part between commas that tell of them."""
    stops = list(_STOP.finditer(plain))
    for stop in stops:
        for span in _said_of(plain, stop, list(_SPAN.finditer(plain))):
            first = plain.count(",", 0, min(span.start(), stop.start()))
            last = plain.count(",", 0, max(span.end(), stop.end()))
            told = ",".join(plain.split(",")[first : last + 1])
            if not _LESS.search(told) and (months := _months(span[0], told)):
                return months, first, last
    return set(), 0, 0


def _said_of(plain: str, stop: re.Match[str], spans: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The months behind words of a pause, else those right before them."""
    after = [span for span in spans if span.start() >= stop.end()]
    if after and "," not in (between := plain[stop.end() : after[0].start()]):
        if len(between.split()) <= _REACH and not _alone(plain, after[0]):
            yield after[0]
        return
    before = [span for span in spans if span.end() <= stop.start()]
    if before:
        span = before[-1]
        opens = plain.rfind(",", 0, span.start()) + 1
        beside = f"{plain[opens : span.start()]} {plain[span.end() : stop.start()]}"
        if len(beside.split()) <= _REACH and not _HAS.search(beside) and not _alone(plain, span):
            yield span


def _alone(plain: str, span: re.Match[str]) -> bool:
    """Whether one month is only where something begins or ends: "hết sau tháng 3"."""
    one = len(_numbers(span[0])) == 1
    return one and _ONE_END.search(plain[: span.start()]) is not None


def _numbers(words: str) -> list[int]:
    found = [each[0] for each in _ITEM.finditer(words) if not each["join"]]
    return [int(each) if each.isdigit() else _NAMES.index(each[:3]) + 1 for each in found]


def _months(words: str, plain: str) -> set[int]:
    """The months of "T10–T2", "tháng 7, 8"; none of what may be days of the week or is no month."""
    numbers = _numbers(words)
    english = re.search(_ENGLISH, words) is not None
    if not all(1 <= each <= YEAR for each in numbers):
        return set()
    if not english and all(each in _WEEKDAYS for each in numbers) and not _OF_SEASON.search(plain):
        return set()
    found: set[int] = set()
    joined, last = False, 0
    for each in _ITEM.finditer(words):
        if each["join"]:
            joined = bool(last)
            continue
        month = int(each[0]) if each[0].isdigit() else _NAMES.index(each[0][:3]) + 1
        found |= {(last - 1 + n) % YEAR + 1 for n in range((month - last) % YEAR + 1)} if joined else {month}
        joined, last = False, month
    return found if len(found) < YEAR else set()
