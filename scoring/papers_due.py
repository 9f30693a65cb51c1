"""When papers that are under way will be there, as the seller himself says: "VietGAP dự kiến tháng 3/2027".

A month or a quarter that he names is a span: the paper is there on its last day for sure, on its first at the
earliest. Days on which papers were issued or end are none, nor is a day without a word that it is to come.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from scoring.papers_under_way import is_under_way, papers_named
from scoring.records import Offer
from scoring.units import fold

_PARTS = re.compile(r"[;\n]|\.(?=\s|$)")
_TO_COME = re.compile(
    r"\b(?:du kien|dang (?:lam|xin|danh gia|nang|cho|hoan thien|nop|gia han|dang ky|chung nhan|thu tuc|xet)|"
    r"se|"
    r"sap|moi co|xong|hoan thanh|hoan tat|ra (?:giay|ket qua)|nhan (?:giay|chung nhan)|co (?:giay|ket qua|"
    r"quyet "
    r"dinh|chung nhan|chung chi|bang)|\d co$|expected|due|will|pending|in (?:progress|process)|under ?way|"
    r"ready|"
    r"by|available|planned|awaiting)\b"
)
_NOT_SO = re.compile(
    r"\b(?:con han|het han|han den|han toi|hieu luc|co han|valid|until|expir\w+|da cap|cap (?:thang|ngay|"
    r"nam)|"
    r"issued|since|neu|if|chua (?:biet|ro|chac))\b"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul"),
            *("august aug", "september sep sept", "october oct", "november nov", "december dec"),
        ),
        1,
    )
    for name in names.split()
}
_YEAR = r"(?: ?(?:/|-|\.|nam|,)? ?(20\d\d|nam sau|nam toi|sang nam|next year))?"
_DATE = re.compile(
    r"\b(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>20\d\d)\b|"
    rf"\b(?:thang|t) ?(?P<vm>\d{{1,2}})(?!\d){_YEAR.replace('(20', '(?P<vy>20')}|"
    r"(?<![/\d])(?P<bm>\d{1,2})/(?P<by>20\d\d)\b|"
    rf"\b(?:quy|q) ?(?P<q>[1-4]|iv|iii|ii|i)\b{_YEAR.replace('(20', '(?P<qy>20')}|"
    rf"\b(?:(?P<ed>\d{{1,2}}) )?(?P<em>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b"
    r"(?: (?P<ey>20\d\d))?"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_BEFORE = re.compile(r"\b(?:truoc|by|before)(?: ngay)? $")
_JOINS = re.compile(r"[ ,:]*(?:(?:se|co|xong|nhan|duoc|cap|giay|chung nhan|moi|thi|ra|the) )*")
LONGEST = 70  # letters of the seller's words that are quoted


class Due(NamedTuple):
    """The first and the last day on which a paper is to be there, and the seller's words."""

    first: date
    last: date
    words: str


def due(offer: Offer, code: str, today: date) -> Due | None:
    """When the seller says that he will have a paper; None where he names no day to come."""
    found = _due(offer.description, offer.remarks, today)
    return next((when for codes, when in found if code.startswith(codes)), None)


@lru_cache(maxsize=16_384)
def says_when(clause: str) -> bool:
    """Whether a clause of a seller says when a paper will be there, so that he need not be asked."""
    plain = fold(clause)
    said = papers_named(plain) and _is_to_come(plain) and _DATE.search(plain)
    return bool(said) and not _NOT_SO.search(plain)


@lru_cache(maxsize=16_384)
def _due(description: str, remarks: str, today: date) -> tuple[tuple[tuple[str, ...], Due], ...]:
    found = []
    for part in _PARTS.split(f"{description}; {remarks}"):
        plain, words = fold(part), " ".join(part.split())
        if not _is_to_come(plain):
            continue
        named = papers_named(plain)
        dates = list(_DATE.finditer(plain))
        for at, paper in enumerate(named):
            end = named[at + 1].start if at + 1 < len(named) else len(plain)
            own = [each for each in dates if paper.end <= each.start() < end]
            if not own and at == 0:  # "tháng 3/2027 có VietGAP"
                own = [each for each in dates if _JOINS.fullmatch(plain[each.end() : paper.start])]
            last_end = own[0].end() if own else 0
            said = plain[min(paper.start, own[0].start()) if own else 0 : max(last_end + 12, paper.end)]
            if not own or _NOT_SO.search(plain[min(paper.start, own[0].start()) : last_end]):
                continue
            if not _is_to_come(said) and not _is_to_come(plain[: paper.end]):
                continue
            span = min(paper.start, own[0].start()), max(paper.end, last_end)
            if when := _when(own[0], plain[: own[0].start()], today, _clauses(words, plain, span)):
                found.append((paper.codes, when))
    return tuple(found)


def _is_to_come(plain: str) -> bool:
    return _TO_COME.search(plain) is not None or is_under_way(plain)


def _clauses(words: str, plain: str, span: tuple[int, int]) -> str:
    """The clauses of a part in which a paper and its day stand, as they are written."""
    if len(plain) == len(words):
        start = words.rfind(",", 0, span[0]) + 1
        end = words.find(",", span[1])
        words = words[start : end if end >= 0 else len(words)].strip()
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]}…"


def _when(found: re.Match[str], before: str, today: date, words: str) -> Due | None:
    own = found.groupdict()
    try:
        if own["d"]:
            first = last = date(int(own["y"]), int(own["m"]), int(own["d"]))
        elif own["q"]:
            quarter = _QUARTERS.get(own["q"]) or int(own["q"])
            year = _year(own["qy"], 3 * quarter, today)
            first, last = date(year, 3 * quarter - 2, 1), _last(year, 3 * quarter)
        else:
            month = int(own["vm"] or own["bm"] or _MONTHS[own["em"]])
            year = _year(own["vy"] or own["by"] or own["ey"], month, today)
            first, last = date(year, month, 1), _last(year, month)
            if own["ed"]:
                first = last = date(year, month, int(own["ed"]))
    except ValueError:
        return None
    if re.search(r"\b(?:cuoi|het|end(?: of)?) $", before):
        first = last
    if _BEFORE.search(before):
        first, last = today, (last if own["d"] or own["ed"] else first)
    return Due(max(first, today), last, words) if last >= today else None


def _year(said: str | None, month: int, today: date) -> int:
    """The year named, or the next in which the month comes."""
    if said and said.startswith("20"):
        return int(said)
    return today.year + (1 if said or month < today.month else 0)


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
