"""How often goods are delivered, as texts say it: times a week."""

from __future__ import annotations

import re
from functools import lru_cache
from math import nan

from scoring.units import fold

_TIMES = r"(?:chuyen|lan|dot|xe|container|cont|times?|deliver(?:y|ies))"
_WEEKS = {"ngay": 1 / 7, "day": 1 / 7, "tuan": 1.0, "week": 1.0, "thang": 30 / 7, "month": 30 / 7,
          "quy": 90 / 7, "quarter": 90 / 7}  # fmt: skip
_PERIOD = r"(ngay|tuan|thang|quy|day|week|month|quarter)"
_OFTEN = re.compile(rf"(\d+)(?: ?- ?\d+)? ?{_TIMES} ?(?:/|moi|mot|trong|a|per) ?(?:1 )?{_PERIOD}\b")
_DAYS = re.compile(r"(\d) ?(?:ngay|days) ?(?:/|moi|mot|trong|a|per) ?(?:tuan|week)\b")
_APART = re.compile(rf"(\d+) ?{_PERIOD}s? ?(?:/|mot|moi|giao) ?(?:mot |1 )?{_TIMES}\b")
_EVERY = re.compile(rf"\b(?:hang|moi|every|each) {_PERIOD}\b|\b(daily|weekly|monthly)\b")
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month"}
_WEEKDAY = re.compile(r"\bthu ([2-7])\b|\b(chu nhat)\b")
# In a text that is not on deliveries alone they must be named: "5 tấn mỗi ngày" is an amount.
_SAID = re.compile(
    rf"(?:\b(?:giao|chay|ship|deliver\w*)\b[^;.,]{{0,25}}|\d+ ?{_TIMES} ?(?:/|moi|mot)[^;.,]{{0,10}})"
)


@lru_cache(maxsize=16_384)
def deliveries_a_week(text: str) -> float:
    """Deliveries a week that a text on deliveries states; NaN where it states none."""
    plain = fold(text)
    if found := _OFTEN.search(plain):
        return int(found[1]) / _WEEKS[found[2]]
    if found := _DAYS.search(plain):
        return float(found[1])
    if found := _APART.search(plain):
        return 1 / (int(found[1]) * _WEEKS[found[2]]) if int(found[1]) else nan
    if days := set(_WEEKDAY.findall(plain)):
        return float(len(days))
    if found := _EVERY.search(plain):
        return 1 / _WEEKS[found[1] or _ADVERBS[found[2]]]
    return nan


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
