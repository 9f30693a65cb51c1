"""What a seller's note says that his months say too, and that more is made where it is ordered early."""

from __future__ import annotations

import re

from scoring.horizon import YEAR
from scoring.records import Offer

_MONTH = r"(?:(?:dau|giua|cuoi|het) )?(?:thang |t)(\d{1,2})\b(?![/.]\d)"
_OVER = (
    r"(?:het (?:hang|vu|mua|trai|qua|ca|hoa)|ngung(?: ban| giao)?|nghi(?: ban| giao)?|tan vu|dut hang|"
    r"(?:khong|ko) (?:con|co)(?: hang)?|sold out|out of season)"
)
# "Hết hàng từ tháng 5", "từ tháng 5 hết hàng": the month before is the last; "sau tháng 4 hết hàng" it is 4.
_ENDS_BEFORE = (
    re.compile(rf"\b{_OVER} (?:(?:ke )?tu|vao|from) {_MONTH}"),
    re.compile(rf"\b(?:tu|sang|from) {_MONTH}(?: tro di| thi| la)* {_OVER}"),
)
_ENDS_WITH = (
    re.compile(rf"\b{_OVER} (?:sau|after) {_MONTH}"),
    re.compile(rf"\b(?:sau|qua|after) {_MONTH}(?: thi| la)* {_OVER}"),
    re.compile(
        r"\b(?:(?:co|con|ban|giao) (?:hang )?|hang (?:chi )?(?:co|con) |vu keo dai |hai )"
        rf"(?:chi )?(?:den|toi)(?: het)? {_MONTH}"
    ),
)
_ENDS_ABOUT = (re.compile(rf"\b{_OVER} {_MONTH}"), re.compile(rf"{_MONTH}(?: thi| la)* {_OVER}"))
_BEGINS = (
    re.compile(
        r"\b(?:(?:moi )?co hang|vao vu|bat dau (?:co|hai|thu|giao|ban|vu)|(?:giao|ban|hai|thu)(?: hang)?)"
        rf"(?: tu| vao| bat dau tu)? {_MONTH}(?= tro (?:di|ra)|$| moi co)"
    ),
)


def months_said(plain: str) -> bool:
    """Whether a folded clause of a seller says when his goods begin or end."""
    return any(each.search(plain) for each in (*_ENDS_BEFORE, *_ENDS_WITH, *_ENDS_ABOUT, *_BEGINS))


def as_the_months(plain: str, offer: Offer) -> bool | None:
    """Whether a folded clause on when goods begin or end says what the months of an offer say; None where
    these say nothing of it.

    >>> as_the_months("het hang tu thang 5", Offer("o", "p", months=(11, 12, 1, 2, 3, 4)))
    True
    """
    own = set(offer.months)
    if not own or len(own) == YEAR:
        return None
    last = {month for month in own if month % YEAR + 1 not in own}
    first = {month for month in own if (month - 2) % YEAR + 1 not in own}
    if found := _first(_ENDS_BEFORE, plain):
        return (found - 2) % YEAR + 1 in last
    if found := _first(_ENDS_WITH, plain):
        return found in last
    if found := _first(_ENDS_ABOUT, plain):
        return bool({found, (found - 2) % YEAR + 1} & last)
    found = _first(_BEGINS, plain)
    return found in first if found else None


def _first(patterns: tuple[re.Pattern[str], ...], plain: str) -> int:
    """The first month that one of some patterns finds; 0 for none."""
    found = next((match for each in patterns if (match := each.search(plain))), None)
    return int(found[1]) if found and 1 <= int(found[1]) <= YEAR else 0


_MORE = (
    r"(?:them|tang(?: them)?(?: (?:san luong|so luong|cong suat|luong|hang))?|nhieu hon|gap (?:doi|ruoi|ba)|"
    r"mo rong|nang (?:san luong|cong suat)|du (?:hang|so))"
)
_ON_ORDER = (
    r"(?:(?:theo|neu (?:co )?|khi (?:co )?|co )"
    r"(?:don(?: hang| dat)?|dat(?: hang| truoc| som)?|yeu cau|hop dong)|"
    r"(?:neu |khi )?(?:duoc )?(?:dat|bao|goi|len don|chot)(?: hang| don)? (?:truoc|som)|dat coc truoc)"
)
_MADE = re.compile(
    r"\b(?:(?:lam|nau|det|dan|nuoi|trong|san xuat|che bien|say|ga|cung cap|giao|gom|co the|duoc)"
    r"(?: duoc)? )?"
    rf"{_MORE}\b[^;]{{0,25}}?\b{_ON_ORDER}\b|"
    rf"\b{_ON_ORDER}\b[^;]{{0,25}}?\b"
    rf"(?:lam|nau|det|dan|nuoi|trong|san xuat|che bien|cung cap|giao|gom|co)(?: duoc)? {_MORE}\b|"
    rf"\b{_ON_ORDER}\b[^;]{{0,20}}?\b(?:co the |se |duoc )?tang\b|"
    r"\b(?:more|extra|larger quantit\w+|capacity) [^;]{0,25}"
    r"(?:on order|if (?:ordered|booked)|with [^;]{0,12}notice|to order)|"
    r"\b(?:made|make|produced?) more (?:on|to) (?:order|request)"
)
_NO_MORE = re.compile(
    r"\b(?:khong|ko|chua|kho)(?: the)? (?:lam |tang |nhan )?(?:them|tang)\b|\bgia\b|\bphi\b|\btien\b"
)


def makes_more(plain: str) -> bool:
    """Whether a folded clause of a seller says that more is made where it is ordered early.

    >>> makes_more("lam them theo don dat truoc 1 thang"), makes_more("dat truoc 1 thang")
    (True, False)
    """
    return _MADE.search(plain) is not None and not _NO_MORE.search(plain)
