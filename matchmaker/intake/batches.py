"""How many batches a period brings, as texts say it: "mỗi tháng nung 2 mẻ", "3 đợt/tháng"."""

from __future__ import annotations

import re
from functools import lru_cache

from matchmaker.intake.text import fold

_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "one": 1, "two": 2, "three": 3,
          "four": 4, "twice": 2, "once": 1}  # fmt: skip
_COUNT = r"(\d{1,2}|mot|hai|ba|bon|nam|sau|bay|one|two|three|four)"
_BATCH = r"(?:me|dot|lua|lan|chuyen|batch(?:es)?|firings?|kilns?|loads?|times)"
_PERIODS = {"tuan": "week", "thang": "month", "quy": "quarter", "nam": "year", "vu": "season", "week": "week",
            "month": "month", "quarter": "quarter", "year": "year", "season": "season"}  # fmt: skip
_PERIOD = rf"({'|'.join(_PERIODS)})"
_DOES = (
    r"(?:(?:nung|nau|say|lam|ra|do|uop|rang|xuat|ban|giao|thu|mo|hap|dot lo|"
    r"co|duoc|khoang|chung|tam|u|cat|gom) ?){0,3}"
)
_BEFORE = re.compile(
    rf"\b(?:moi|mot|1|hang|cu|each|every)? ?{_PERIOD} {_DOES}{_COUNT} {_BATCH}\b(?! ?(?:dau|nay))"
)
_AFTER = re.compile(
    rf"(?<![\d.,/-]){_COUNT} {_BATCH} ?(?:/|moi|mot|trong|a|per|every|each) ?(?:1 |mot |moi )?{_PERIOD}\b"
    r"(?! ?\d)"
)
# "bón phân 2 lần mỗi vụ", "kiểm định 1 lần/năm": done to the goods, and none of them.
_OF_CARE = re.compile(
    r"\b(?:bon|tuoi|phun|tham|kiem|danh gia|audit|test|tra tien|thanh toan|doi soat|cho an|lam co|dao|tron)\b"
)
_OFTEN = re.compile(r"\b(?:lan|times|once|twice)\b")
_OF_GOODS = re.compile(r"\b(?:giao|xuat|ban|gom|thu|hai|cat|mo|ra hang|cung cap|nung|ship|chay)\b")
_PARTS = re.compile(r"[;,.\n()]")


@lru_cache(maxsize=4096)
def batches(text: str) -> tuple[int, str, str] | None:
    """How many batches, of which period (a code of the interchange format), and the words; None where no
    number of them is told.

    >>> batches("Mỗi tháng nung 2 mẻ, mùa mưa chỉ 1 mẻ"), batches("giao tháng 2 một mẻ")
    ((2, 'month', 'Mỗi tháng nung 2 mẻ'), None)
    """
    for part in _PARTS.split(text):
        plain = fold(part)
        if found := _AFTER.search(plain):
            count, period = found[1], found[2]
        elif found := _BEFORE.search(plain):
            period, count = found[1], found[2]
        else:
            continue
        if _OF_CARE.search(plain) or (_OFTEN.search(plain) and not _OF_GOODS.search(plain)):
            continue
        number = int(count) if count.isdigit() else _WORDS[count]
        if number:
            return number, _PERIODS[period], part.strip()
    return None
