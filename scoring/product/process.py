"""What is done to goods, told behind a comma: "cá thu, một nắng" is no list of two goods."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.units import fold

_DONE = (
    r"rang|xay|say|phoi|kho|tuoi|(?:mot|1) nang|dong lanh|cap dong|hun khoi|gac bep|xong khoi|luoc|hap|uop|"
    r"ngam|sao|lam sach|so che|(?:boc|tach|con|nguyen) vo|rut xuong|phi le|thai lat|cat (?:lat|khuc)|"
    r"nhan (?:xanh|xo|song)|nguyen (?:hat|con|cu|trai)"
)
_MORE = (
    r"moc|cui|muoi|kho|deo|gion|lanh|thang hoa|nang|suong|giam|duong|mam|da|sen|suot|tay|sach|say|chin|vua|"
    r"dam|nhat|nhe|min|tho|bot|nut vo|vo|lua|xay|rang|nguyen (?:hat|con|cu|trai)|dong lanh|cap dong|san"
)
_WAY = (  # of working coffee, which leaves green beans what they are
    r"(?:so )?che bien (?:uot|kho|ban uot|tu nhien|honey|mat ong|natural|washed)|so che (?:uot|kho)|"
    r"(?:fully |semi[- ]?)?washed|wet[- ]processed|dry[- ]processed"
)
_WAYS = re.compile(rf"\b(?:{_WAY}|natural|honey)\b")
_GREEN = re.compile(r"\bnhan(?: (?:xanh|xo|song))?\b")
_TAIL = re.compile(rf"(?:(?:da|hang|loai|dang) )?(?:{_WAY}|(?:{_DONE})(?: (?:{_MORE}))*)")
_FORM = re.compile(rf"\b(?:{_DONE}|song|muoi|bot|nuoc|mut|ruou|tra|che bien)\b")
_KEPT_ON = re.compile(r"\s*(?:con|nguyen) (?:vo|hat|con|cu|trai)\b")  # of goods in whichever form
_LIST = re.compile(r"[;,+&/():]|\s(?:và|va|and|hoặc|hoac|or)\s", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def with_process(name: str) -> str:
    """A name with the comma left out that parts goods from what alone is done to them.

    Of goods that are said to be in another form already it parts two: "xoài tươi, sấy dẻo".

    >>> with_process("Cà phê Arabica Cầu Đất đặc sản, rang"), with_process("xoài tươi, sấy dẻo")
    ('Cà phê Arabica Cầu Đất đặc sản rang', 'xoài tươi, sấy dẻo')
    """
    if name.count(",") != 1:
        return name
    goods, _, tail = name.partition(",")
    if (
        _LIST.search(goods)
        or not _TAIL.fullmatch(fold(tail))
        or (_has_form(fold(goods), fold(tail)) and not _KEPT_ON.match(fold(tail)))
    ):
        return name
    return f"{goods.rstrip()} {tail.strip()}"


def _has_form(goods: str, tail: str) -> bool:
    """Whether goods are in a form already, or worked in a way, other than that told behind the comma."""
    if not _WAYS.search(tail):
        return _FORM.search(goods) is not None
    return (_WAYS.search(goods) or _FORM.search(_GREEN.sub("", goods))) is not None
