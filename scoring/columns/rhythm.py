"""How often goods are delivered, as texts say it: times a week."""

from __future__ import annotations

import re
from functools import lru_cache
from math import nan

from scoring.units import fold

_TIMES = r"(?:chuyen|lan|dot|xe|container|cont|times?|deliver(?:y|ies)|loads?|trucks?)"
_WEEKS = {"ngay": 1 / 7, "day": 1 / 7, "tuan": 1.0, "week": 1.0, "thang": 30 / 7, "month": 30 / 7,
          "quy": 90 / 7, "quarter": 90 / 7}  # fmt: skip
_PERIOD = r"(ngay|tuan|thang|quy|day|week|month|quarter)s?"
_PER = r"(?:/|moi|mot|trong|a|an|per|every)"
_OFTEN = re.compile(rf"(\d+)(?: ?- ?\d+)? ?{_TIMES} ?{_PER} ?(?:(\d+) ?)?{_PERIOD}\b")
# "tháng 2 chuyến", "mỗi quý 1 lần", "10 ngày 1 chuyến", "2 tuần lấy 3 xe"
_IN_PERIOD = re.compile(
    rf"(?:(?<![\d/])(\d+) ?)?(?<!thu )\b{_PERIOD} ?(?:(?:lay|giao|nhan|di|chay|co|:|,) ?)?"
    rf"(\d+)(?: ?- ?\d+)? ?{_TIMES}\b"
)
_DAYS = re.compile(rf"(\d) ?(?:ngay|days) ?{_PER} ?(?:1 ?)?(?:tuan|week)\b")
_APART = re.compile(rf"(\d+) ?{_PERIOD} ?(?:/|mot|moi|giao) ?(?:mot |1 )?{_TIMES}\b")
_EVERY = re.compile(
    rf"\b(?:hang|moi|every|each) (?:(\d+) ?)?{_PERIOD}\b|\b(daily|weekly|monthly|quarterly)\b"
)
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "muoi": 10, "one": 1, "two": 2, "three": 3,
            "four": 4, "ten": 10}  # fmt: skip
_FROM_TO = re.compile(rf"(\d+) ?(?:[-–—]|den|toi|hoac|to|or) ?(\d+)(?= ?(?:{_TIMES}|{_PERIOD})\b)")
_NUMBER = re.compile(rf"\b({'|'.join(_NUMBERS)}) (?={_TIMES}\b|{_PERIOD}\b)")
# Words of another shape that mean the same; "biweekly" is what trade calls every other week.
_SAME = (
    (re.compile(r"\bonce\b"), "1 time"),
    (re.compile(r"\btwice\b"), "2 times"),
    (re.compile(r"\b(?:fortnightly|bi-?weekly|(?:every|each) fortnight)\b"), "every 2 week"),
    (re.compile(r"\bfortnight\b"), "2 week"),
    (re.compile(r"\bbi-?monthly\b"), "every 2 month"),
    (re.compile(r"\b(?:every other|every second|alternate) (?=(?:day|week|month)s?\b)"), "every 2 "),
    (re.compile(r"\bcach (?=(?:ngay|tuan|thang)\b)"), "moi 2 "),
    (re.compile(r"\bnua thang\b"), "15 ngay"),
)


_DAY_NAMES = {"hai": "2", "ba": "3", "tu": "4", "nam": "5", "sau": "6", "bay": "7"}
_DAY = r"(?:[2-7]|hai|ba|tu|nam|sau|bay)\b"
_WEEKDAY = re.compile(
    rf"\bthu ({_DAY}(?:(?: ?(?:,|va|&|-|–|/) ?)(?:{_DAY})(?! ?(?:gio|h|tan|ta|kg|xe)\b))*)|\b(chu nhat)\b"
)
_ENGLISH_DAY = re.compile(r"\b(mon|tue|wed|thur|fri|sat|sun)(?:s?day|nesday|sday|urday)s?\b")
# A stretch of weekdays tells when a gate is open and not how often goods come.
_STRETCH = re.compile(
    rf"\bthu {_DAY} ?(?:den|toi) ?(?:het )?(?:thu {_DAY}|chu nhat)|"
    r"day (?:to|through) [a-z]+day\b"
)
# In a text that is not on deliveries alone they must be named: "5 tấn mỗi ngày" is an amount.
_SAID = re.compile(
    rf"(?:\b(?:giao|chay|ship|deliver\w*)\b[^;.,]{{0,25}}|\d+ ?{_TIMES} ?(?:/|moi|mot)[^;.,]{{0,10}})"
)


@lru_cache(maxsize=16_384)
def deliveries_a_week(text: str) -> float:
    """Deliveries a week that a text on deliveries states; NaN where it states none."""
    plain = _in_figures(fold(text))
    if found := _OFTEN.search(plain):
        return (int(found[1]) or nan) / (int(found[2] or 1) or 1) / _WEEKS[found[3]]
    if found := _DAYS.search(plain):
        return float(found[1])
    if found := _APART.search(plain):
        return 1 / (int(found[1]) * _WEEKS[found[2]]) if int(found[1]) else nan
    if found := _IN_PERIOD.search(plain):
        return int(found[3]) / (int(found[1] or 1) or 1) / _WEEKS[found[2]] if int(found[3]) else nan
    if (weekdays := _weekdays(plain)) is not None:
        return weekdays
    if found := _EVERY.search(plain):
        return 1 / (int(found[1] or 1) or 1) / _WEEKS[found[2] or _ADVERBS[found[3]]]
    return nan


def _weekdays(plain: str) -> float | None:
    """How many days of the week are named; NaN where a stretch of them is, None where none is."""
    if _STRETCH.search(plain):
        return nan
    found = _WEEKDAY.findall(plain)
    days = {_DAY_NAMES.get(day, day) for days, _ in found for day in re.findall(_DAY, days)}
    days |= {name for _, name in found if name} | set(_ENGLISH_DAY.findall(plain))
    return float(len(days)) if days else None


def _in_figures(plain: str) -> str:
    """A folded text with numbers of deliveries and periods in figures: "mỗi tháng hai chuyến"; a range with a
    hyphen, of which the more seldom end counts: "2 đến 3 chuyến"."""
    for pattern, words in _SAME:
        plain = pattern.sub(words, plain)
    plain = _FROM_TO.sub(r"\1-\2", plain)
    return _NUMBER.sub(lambda each: f"{_NUMBERS[each[1]]} ", plain)


_ONCE = re.compile(
    r"\b(?:(?:giao|lay|nhan|mua|xuat|gui|di|cho)(?: hang| gon| du| het| trong| lam| tron| duy nhat)* "
    r"(?:mot|1) (?:lan|dot|chuyen|lo|luot)(?: duy nhat)?|(?:mot|1) (?:lan|dot|chuyen) duy nhat|"
    r"(?:one|single|1) (?:delivery|shipment|drop)|(?:delivered|shipped) (?:once|at once|in one lot))\b"
    rf"(?! ?(?:/|moi|mot|1|hang|tren|trong|a|per|every) ?{_PERIOD}| ?(?:/|mot|moi|hang))"
)
_BEFORE_ONCE = re.compile(rf"(?:moi|hang|cach|\d|every)? ?{_PERIOD} ?(?:giao|lay|nhan|mua|di|cho)? ?$")


@lru_cache(maxsize=16_384)
def delivered_once(text: str) -> bool:
    """Whether a text on deliveries wants them all in one.

    >>> delivered_once("giao 1 lần trước 5/1"), delivered_once("tuần giao 1 lần")
    (True, False)
    """
    plain = fold(text)
    return any(not _BEFORE_ONCE.search(plain[: found.start()]) for found in _ONCE.finditer(plain))


@lru_cache(maxsize=16_384)
def delivered(text: str) -> tuple[float, str]:
    """Deliveries a week that an offer's words name as such, and these words; NaN where there are none."""
    plain = fold(text)
    same = len(plain) == len(" ".join(text.split()))
    for found in _SAID.finditer(plain):
        times = deliveries_a_week(found[0])
        if times == times:
            words = " ".join(text.split())[found.start() : found.end()] if same else found[0]
            return times, words.strip(" ,")
    return nan, ""
