"""How long goods keep, and how much of that must be left, in the words of a message."""

from __future__ import annotations

import re

from matchmaker.intake.text import fold

_DAYS = {"ngay": 1, "day": 1, "tuan": 7, "week": 7, "thang": 30, "month": 30, "nam": 365, "year": 365}
_N = r"(\d{1,3}(?:[.,]5)?)(?: ?(?:-|–|den|toi|to) ?(\d{1,3}))?"
_TIME = rf"{_N} ?(ngay|tuan|thang|nam(?! (?:tuoi|trong))|days?|weeks?|months?|years?)\b(?! ?\d{{1,2}}[/.])"
_LEAST = r"(?:it nhat|toi thieu|tren|tu|dat|min(?:imum)?|at least|>=?|≥|khoang|duoc|la|:|trong|hon)"
_LIFE = (
    r"(?:hsd|han su dung|han dung|han bao quan|date|shelf ?life|thoi han(?: su dung| bao quan)?|"
    r"han(?! (?:thanh|tra|chot|nop|giao|dat|che|hop|cuoi|muon)))"
)
_KEEPS = re.compile(
    rf"\b(?:{_LIFE}(?:[ :]*{_LEAST})*|bao quan|"
    r"(?:bao quan|de|giu|tru|song|tuoi|dung|di da|uop da|keeps?|lasts?)"
    r"(?: (?:tu lanh|ngan mat|ngan dong|cap dong|tu dong|tu mat|mat|lanh|da|kho|tuoi|lau|for|up to))*"
    rf"(?: duoc| toi| den| khoang)+|(?:ngan mat|ngan dong|tu dong|keeps?|lasts?)(?: for| up to)?)[ :]*{_TIME}"
)
_LEFT = r"(?:con(?: lai)?|left|remaining|luc giao|khi (?:giao|nhan|toi|den)|on arrival|at delivery)"
_MUST_LEFT = re.compile(
    rf"\b(?:(?:{_LIFE}|{_LEFT})[ :]*)+(?:{_LEAST}[ :]*)*{_TIME}|{_TIME} (?:{_LIFE}|{_LEFT})"
)
_SHARE_LEFT = re.compile(
    rf"\b(?:{_LEFT}|{_LIFE})[ :]*(?:{_LEAST}[ :]*)*(?:(\d)/(\d)|(\d\d) ?%)|"
    rf"(?:(\d)/(\d)|(\d\d) ?%) (?:{_LIFE}|shelf)"
)
_OF_LIFE, _OF_LEFT = re.compile(rf"\b{_LIFE}\b"), re.compile(rf"\b{_LEFT}\b")
# What else has a last day or is due in so many days.
_OF_PAPERS = re.compile(
    r"\b(?:attp|vietgap|globalgap|haccp|iso|ocop|giay|chung nhan|kiem dich|huu co|organic|gacc|certif\w+|"
    r"hop dong|cong no|thanh toan|tra (?:tien|cham)|bao gia|lam|moi lua|lua)\b"
)
_CLAUSES = re.compile(r"[,;\n]|\.(?:\s|$)")
_STORED = {
    "frozen": re.compile(r"\b(?:dong|dong lanh|cap dong|frozen|tru dong)\b"),
    "chilled": re.compile(r"\b(?:mat|lanh(?<!dong lanh)|chilled|tu lanh|da)\b"),
    "ambient": re.compile(r"\b(?:thuong|kho mat|ambient)\b"),
}


def shelf_said(raw: str, storage: str = "") -> float | None:
    """Days that goods keep by a seller's words, the lower end of a range; of several ways of keeping the one
    offered, None where that is not told.

    >>> shelf_said("hạn 36 tháng, giá tại nhà thùng"), shelf_said("ATTP hạn 2 năm")
    (1080.0, None)
    """
    found = {}
    for clause in _CLAUSES.split(raw):
        plain, end = fold(clause), 0
        if _OF_PAPERS.search(plain):
            continue
        for match in _KEEPS.finditer(plain):  # "ngăn mát 5 ngày ngăn đông 2 tháng"
            found[_days(match[1], match[3])], end = plain[end : match.end()], match.end()
    if len(found) < 2:
        return next(iter(found), None)
    ways = _STORED.get(storage)
    fits = [days for days, plain in found.items() if ways and ways.search(plain)]
    return fits[0] if len(fits) == 1 else None


def left_said(raw: str) -> tuple[float | None, float | None]:
    """Days, and the share of the whole life, that a buyer wants left when the goods come.

    >>> left_said("hạn dùng còn tối thiểu 18 tháng"), left_said("date còn 2/3")
    ((540.0, None), (None, 0.667))
    """
    days = share = None
    for clause in _CLAUSES.split(raw):
        plain = fold(clause)
        if _OF_PAPERS.search(plain) or not _OF_LIFE.search(plain) or not _OF_LEFT.search(plain):
            continue
        if match := _SHARE_LEFT.search(plain):
            above, below = match.group(1) or match.group(4), match.group(2) or match.group(5)
            percent = match.group(3) or match.group(6)
            share = int(percent) / 100 if percent else round(int(above) / int(below), 3)
        elif match := _MUST_LEFT.search(plain):
            number, unit = (match[1], match[3]) if match[1] else (match[4], match[6])
            days = _days(number, unit)
    return days, share if share is not None and 0 < share <= 1 else None


def _days(number: str, unit: str) -> float:
    return float(number.replace(",", ".")) * _DAYS[unit.rstrip("s")]
