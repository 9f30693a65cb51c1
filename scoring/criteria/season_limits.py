"""Months that a producer's own words rule out: "hoa nở sau Tết", "chỉ giao trước Tết", "hết sau tháng 3"."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.horizon import YEAR, Horizon
from scoring.left_to_sell import taken
from scoring.pauses import paused
from scoring.records import Offer
from scoring.units import fold

BESIDE = 3  # months before a season that comes late, or on the other side of Tết
_GROWS = r"(?:no|ra hoa|ra trai|thu(?: hoach)?|chin|cat|dao|hai|bloom\w*|flower\w*|ripe\w*|harvest\w*|ready)"
_HAS = rf"(?:{_GROWS}|trung bay|ban|giao|nhan don|co(?: hang| trai| qua)?|deliver\w*|ship\w*|available|sold)"
_ONLY = r"(?:chi|only)"
_GONE = (
    r"(?:het(?: hang| vu| mua| hoa| trai| qua)?|ngung(?: ban| giao| cat)?|dung(?: ban| giao)|"
    r"nghi(?: ban| vu)?|khong (?:con|ban|giao|co|cat)(?: hang| hoa)?|"
    r"sold out|none left|no more|no delivery|ends?)"
)
_TET = r"(?:tet|lunar new year)"
_MONTH = r"(?:thang |t|month )(\d{1,2})\b(?! ?(?:[-–/]|den|toi) ?(?:thang |t)?\d)"
_AFTER_TET = re.compile(
    rf"\b(?:{_GROWS}|{_ONLY} {_HAS})(?: \w+){{0,2}} (?:sau|after|ra|qua) {_TET}\b|"
    rf"\b(?:sau|ra|qua|after) {_TET} moi {_HAS}\b|"
    rf"\btruoc {_TET} (?:chua|khong) (?:co|no|ban|giao|thu|chin|cat|kip)\b"
)
_BOTH_SIDES = re.compile(
    rf"\b(?:den|toi|keo dai|ca|va|van|until|to|and) (?:sau|ra|qua|after) {_TET}\b|\bvan\b"
)
_BEFORE_TET = re.compile(
    rf"\b{_ONLY} {_HAS}(?: \w+){{0,2}} (?:truoc|den|before|until) {_TET}\b|"
    rf"\b{_GONE} (?:sau|after) {_TET}\b|\b(?:sau|ra|qua|after) {_TET}(?: thi| la)? {_GONE}\b"
)
_UNTIL = re.compile(
    rf"\b{_GONE} (?:sau|after) {_MONTH}|\b(?:sau|qua|after) {_MONTH}(?: thi| la)? {_GONE}\b|"
    rf"\b{_ONLY} {_HAS}(?: (?!tu\b)\w+){{0,2}} (?:den|toi|until|to)(?: het| cuoi| the end of)? {_MONTH}"
)
# A season that ends in a month, or on one of its last days; one from the first days of a month on.
_ENDS = re.compile(
    rf"\b(?:vu|mua|season)(?: (?:thu hoach|hai|nay))? (?:ket thuc|het|ends?)"
    rf"(?: (?:vao|cuoi|het|in|at the end of))* {_MONTH}(?! moi\b)|"
    rf"\b(?:het|cuoi) {_MONTH} (?:la |thi )?(?:het vu|het mua|het hang|nghi|dung|ngung)\b|"
    rf"\b{_GONE} (?:sau|after) (?:ngay )?(?:2[5-9]|3[01])/(\d{{1,2}})\b(?!/)|"
    rf"\b{_ONLY} {_HAS}(?: \w+)? (?:den|toi|until|to)(?: het)? (?:ngay )?(?:2[5-9]|3[01])/(\d{{1,2}})\b(?!/)"
)
_FROM_DAY = re.compile(rf"\b{_GONE} (?:tu|from) (?:ngay )?0?[1-5]/(\d{{1,2}})\b(?!/)")
_NO_LONGER = re.compile(rf"\b{_GONE} tu {_MONTH}|\btu {_MONTH}(?: thi| la)? {_GONE}\b")
_FROM = re.compile(
    rf"\b{_ONLY} {_HAS}(?: \w+){{0,2}} (?:tu|from) {_MONTH}|\b{_MONTH} moi {_HAS}\b|"
    rf"\btruoc {_MONTH} (?:chua|khong) (?:co|no|ban|giao|thu|chin|cat)\b"
)
_TAKEN = (
    r"(?:(?:da |deu )*(?:dat|ban|giu|chot|co nguoi dat|co khach|kin)(?: het| kin| don| cho khach)+|"
    r"sold out|booked)"
)
_TET_TAKEN = re.compile(rf"\b(?<!sau ){_TET}(?: nay)? {_TAKEN}")
_MONTH_TAKEN = re.compile(rf"\b{_MONTH} {_TAKEN}")
_SALES = re.compile(r"\b(?:chi|moi|only|khong|chua) ?(?:ban|giao|nhan|co|deliver\w*|sold|ship\w*|available)")
_LATE = re.compile(
    r"\b(?:(?:no|chin|ra hoa|ra trai|thu hoach|thu|vu) muon|late[- ](?:bloom|flower|ripen|crop)\w*)"
)
_EARLY = re.compile(
    r"\b(?:(?:no|chin|ra hoa|ra trai|thu hoach|vu) som|early[- ](?:bloom|flower|ripen|crop)\w*)"
)
_PARTS = re.compile(r"[;\n]|,(?!\d)|\.(?:\s|$)")


def ruled_out(offer: Offer, horizon: Horizon, *, stored: bool = False) -> tuple[int, str]:
    """The months, as a mask, beside those that a producer names in which by his words there are no goods, and
    the first of these words; (0, "") where they say no such thing. When goods that are ``stored`` ripen rules
    out none."""
    texts = (offer.remarks, offer.season_text, offer.grade, offer.packaging, offer.description)
    months, words = _months_out(texts, offer.months, stored)
    away, said = paused(offer)
    return horizon.every_year((*months, *away)) if months or away else 0, words or said


@lru_cache(maxsize=16_384)
def _months_out(
    texts: tuple[str, ...], offered: tuple[int, ...], stored: bool
) -> tuple[tuple[int, ...], str]:
    out: set[int] = set()
    said = ""
    for part in _PARTS.split("; ".join(filter(None, texts))):
        found = _of_clause(fold(part), offered, stored)
        if found:
            out |= found
            said = said or part.strip()
    return tuple(sorted(out - set(offered))), said


def _of_clause(plain: str, offered: tuple[int, ...], stored: bool) -> set[int]:
    """The months that one clause rules out; those of Tết, which falls from 21/1 to 20/2, by its sides."""
    if gone := taken(plain):
        return set(gone)
    if _BOTH_SIDES.search(plain):
        return set()
    if _BEFORE_TET.search(plain):
        return {2, 3, 4}
    ripens = not stored or _SALES.search(plain) is not None
    if ripens and _AFTER_TET.search(plain):
        return {11, 12, 1}
    if month := _month(_UNTIL, plain):
        return _up_to(month % YEAR + 1, offered, 1)
    if month := _month(_ENDS, plain):
        return _up_to(month % YEAR + 1, offered, 1)
    if month := _month(_NO_LONGER, plain) or _month(_FROM_DAY, plain):
        return _up_to(month, offered, 1)
    if month := _month(_FROM, plain):
        return _up_to((month - 2) % YEAR + 1, offered, -1)
    if _TET_TAKEN.search(plain):
        return {1, 2}
    if month := _month(_MONTH_TAKEN, plain):
        return {month}
    if not stored and _LATE.search(plain):
        starts = [month for month in offered if (month - 2) % YEAR + 1 not in offered]
        return {(month - 1 - n) % YEAR + 1 for month in starts for n in range(1, BESIDE + 1)}
    if not stored and _EARLY.search(plain):
        ends = [month for month in offered if month % YEAR + 1 not in offered]
        return {(month - 1 + n) % YEAR + 1 for month in ends for n in range(1, BESIDE + 1)}
    return set()


def _month(pattern: re.Pattern[str], plain: str) -> int:
    found = pattern.search(plain)
    month = int(next(filter(None, found.groups()))) if found else 0
    return month if month <= YEAR else 0


def _up_to(month: int, offered: tuple[int, ...], step: int) -> set[int]:
    """The months from one on, or back from it, as far as the next one of supply."""
    out: set[int] = set()
    while month not in offered and month not in out:
        out.add(month)
        month = (month - 1 + step) % YEAR + 1
    return out
