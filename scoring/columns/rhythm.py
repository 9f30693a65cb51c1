"""How often goods are delivered, as texts say it: times a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import nan

from scoring.as_written import as_written
from scoring.columns.named_days import days_without, named_days
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


# In a text that is not on deliveries alone they must be named: "5 tấn mỗi ngày" is an amount.
_SAID = re.compile(
    rf"(?:\b(?:giao|chay|ship|deliver\w*)\b[^;.,]{{0,25}}|\d+ ?{_TIMES} ?(?:/|moi|mot)[^;.,]{{0,10}})"
)
_CLAUSE = re.compile(r"[^;.\s](?:[^;.\n]|\.(?=\d))*")
_GOES = re.compile(
    r"\b(?:giao|chay|ship|deliver\w*|gui|co xe|xe|tau|thuyen|chuyen|truck|lorry|van)\b"
    r"(?! ?\d+ ?(?:tan|ta|kg)\b)"
    r"(?: (?:di|len|xuong|ve) [a-z]+(?: [a-z]+)?)?"
)
_NEVER = re.compile(r"\b(?:khong|ko|chua|no|not)(?: \w+)? $")


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
    named = named_days(text)
    if named.times == named.times:
        return named.times
    if found := _EVERY.search(plain):
        often = 1 / (int(found[1] or 1) or 1) / _WEEKS[found[2] or _ADVERBS[found[3]]]
        return max(often - days_without(text), 1.0) if often > 1 else often
    return nan


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


# Loads as written with marks: orchids ("lan"), lychee ("vải") and cane ("đốt") are none.
_WRITTEN = {"lan": "lần", "dot": "đợt", "chuyen": "chuyến", "vai": "vài", "nam": "năm"}
_ORCHID = (
    r"(?! (?:ho diep|dai chau|vu nu|rung|kiem|hai(?! ben)|y\b|phi diep|mo[kc]ara|dendro|ngoc diem|cat\b|"
    r"cattleya|gia hac|chau\b|da nang cao))"
)
_LAN = rf"lan\b{_ORCHID}"
_CHUYEN = r"chuyen\b(?! (?:canh|doanh|mon|nghiep|gia\b(?! hang)|dung\b(?! (?:han|hen|ngay|gio|lich))))"
_MANY = r"(?:nhieu|vai|[2-9]|[1-9]\d|hai|ba|bon|nam)"
_SEVERAL = re.compile(
    rf"\b(?:{_MANY}|chia(?: nho| deu)?) {_CHUYEN}|\b(?:giao|chia|lay|nhan)(?: hang)?(?: lam| thanh)? {_MANY} "
    rf"(?:dot\b|{_LAN})|\b(?:several|many|split|partial|[2-9]|two|three|four) "
    r"(?:loads|trips|deliveries|shipments)\b|\bin (?:several|[2-9]|two|three|four) (?:lots|batches|parts)\b"
)


@lru_cache(maxsize=16_384)
def several_loads(text: str) -> bool:
    """Whether the words want what is needed in several loads, however often: "chia 4 chuyến"."""
    return _SEVERAL.search(as_written(text, _WRITTEN)) is not None


_IN_ALL = (
    r"(?<![\d/.,-])(\d{1,2})(?: ?- ?\d+)? ?"
    rf"(?:{_CHUYEN}|{_LAN}|(?:dot|times|deliveries|loads|batches|shipments|parts)\b)"
    rf"(?! ?(?:/|moi|mot|hang|tren|trong|a|an|per|every) ?(?:\d+ ?)?{_PERIOD}\b)"
)
_LOADS = re.compile(_IN_ALL)
_SPLIT = re.compile(rf"\b(?:chia|tach|giao|lay|nhan|split|deliver\w*|in)\b[^;.\d]{{0,15}}{_IN_ALL}")


@lru_cache(maxsize=16_384)
def loads_in_all(rhythm: str, remarks: str = "") -> int:
    """In how many loads words on deliveries want all that is needed, the fewer of a range; 0 where they say
    none, or how often.

    >>> loads_in_all("4 đợt trước Tết"), loads_in_all("", "chia làm 2-3 lần giao")
    (4, 2)
    >>> loads_in_all("2 đợt/tháng")
    0
    """
    for text, pattern in ((rhythm, _LOADS), (remarks, _SPLIT)):
        found = pattern.search(_in_figures(as_written(text, _WRITTEN))) if text else None
        if found and not deliveries_a_week(text) > 0:
            return int(found[1])
    return 0


@lru_cache(maxsize=16_384)
def delivered(text: str) -> tuple[float, str]:
    """Deliveries a week that an offer's words name as such, and these words; NaN where there are none, and
    NaN with words where they name dates alone."""
    plain, spaced = fold(text), " ".join(text.split())
    same = len(plain) == len(spaced)
    for start, end, times, days in _said(plain):
        if times == times or days:
            words = (spaced if same else plain)[start:end].strip(" ,")
            return times, words + ")" * (words.count("(") - words.count(")"))
    return nan, ""


def _said(plain: str) -> Iterator[tuple[int, int, float, bool]]:
    """Where a text speaks of deliveries, how often, and whether of days; a list of days is taken whole."""
    for clause in _CLAUSE.finditer(plain):
        words, begin = clause[0], clause.start()
        named = named_days(words, False)
        before = [
            each for each in _GOES.finditer(words, max(0, named.start - 80)) if each.end() <= named.start
        ]
        after = _GOES.search(words, named.end, named.end + 24)
        if named.days and (verb := before[0] if before else after):
            start, end = min(verb.start(), named.start), max(verb.end(), named.end)
            yield begin + start, begin + end, named.times, True
            continue
        for found in _SAID.finditer(words):
            part = found[0]
            if _NEVER.search(words[: found.start()]) or (named_days(part).days and not named.days):
                continue  # "không giao thứ 7"; "giao T5, T6" are months
            yield begin + found.start(), begin + found.end(), deliveries_a_week(part), False


@lru_cache(maxsize=16_384)
def same_days(wanted: str, offered: str, fits: bool | None) -> dict[str, bool | None]:
    """Facts of the days that both sides name: on all that are wanted goods come; on others it is to be asked.

    >>> same_days("thứ 3 và 6", "giao T3, T6", True), same_days("thứ 3", "giao thứ 5", True)
    ({'rhythm_fits': True}, {'rhythm_fits': None, 'rhythm_days_apart': True})
    """
    days, own = named_days(wanted).days, named_days(offered).days
    if not days or not own or fits is False:
        return {}
    if days <= own:
        return {"rhythm_fits": True}
    return {"rhythm_fits": None, "rhythm_days_apart": True}
