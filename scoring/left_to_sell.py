"""What a producer says of goods that others have ordered, of what is left of them, and of times of the year
with less: "lứa Tết đã đặt hết", "còn lại 2 tấn", "mùa mưa ít"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from scoring.horizon import YEAR
from scoring.units import fold

_WHO = r"(?:nguoi|khach|moi|thuong lai|dau moi|cong ty|doi tac|ben khac|sieu thi)"
# What is sold before it is there: "lứa Tết đã đặt hết", "hàng tháng 3 có người cọc rồi", "batch sold out".
_TAKEN = re.compile(
    r"\b(?:(?:da|duoc) (?:\w+ )?(?:dat|ban|coc|giu cho|nhan coc|nhan don|bao)(?: coc| truoc| cho)? "
    r"(?:het|kin|tron|ca|du|roi|xong)\b|"
    r"(?:dat|coc|bao) (?:het|kin|tron)\b|(?:het|kin|du) (?:don|cho|suat)(?: dat)?(?: roi)?$|"
    rf"co {_WHO}(?: \w+)? (?:dat|coc|mua|bao|lay|giu)\b|{_WHO} da (?:dat|coc|bao|giu)\b|"
    r"(?:da|duoc) (?:dat|coc|ban|giu cho|nhan coc)(?: coc| truoc)?$|"
    r"sold out|(?:fully|all|already) (?:booked|reserved|sold|ordered)\b|(?:is|are) (?:booked|reserved)\b)"
)
_NOT_TAKEN = re.compile(
    r"\b(?:chua|khong|neu|khi|uu tien|phai|can|nen|thuong|hay|hom|trong ngay|chi ban cho|"
    r"not|if|when|usually)\b"
)
_OF_MONTH = re.compile(r"\b(?:thang |t)(\d{1,2})\b(?! ?/)")
_TIMES = (
    (re.compile(r"\b(?:tet|lunar new year)\b"), (1, 2)),
    (re.compile(r"\bcuoi nam\b"), (11, 12)),
    (re.compile(r"\btrung thu\b"), (8, 9)),
)
_LEFT = re.compile(
    r"\b(?:con lai|chi con|con|remaining|left)(?: lai| khoang| chung| do| tam| duoc| about| only)* "
    r"\d[\d.,]* ?(?:tan|ta|yen|kg|ky|can|lit|con|chai|hop|tui|goi|qua|trai|bo|set|chau|canh|cay|thung|bao|"
    r"chiec|cai|tonnes?|tons?|litres?|boxes|bottles|pieces)\b|"
    r"\b\d[\d.,]* ?(?:tan|ta|kg|lit|con|chai|hop|tonnes?|tons?) (?:left|remaining|con lai)\b"
)
_SEASONS = {
    "mua mua": (5, 6, 7, 8, 9, 10, 11, 12, 1),  # later in the middle of the country
    "mua kho": (11, 12, 1, 2, 3, 4, 5),
    "mua lanh": (11, 12, 1, 2, 3),
    "mua ret": (11, 12, 1, 2, 3),
    "mua dong": (11, 12, 1, 2, 3),
    "mua he": (4, 5, 6, 7, 8, 9),
    "mua nong": (4, 5, 6, 7, 8, 9),
    "mua bao": (6, 7, 8, 9, 10, 11),
    "mua lu": (7, 8, 9, 10, 11),
    "rainy season": (5, 6, 7, 8, 9, 10, 11, 12, 1),
    "dry season": (11, 12, 1, 2, 3, 4, 5),
    "winter": (11, 12, 1, 2, 3),
    "summer": (4, 5, 6, 7, 8, 9),
}
_WHEN = re.compile(
    rf"\b(?:{'|'.join(_SEASONS)})\b|"
    r"\b(?:thang |t)(\d{1,2})(?: ?(?:-|–|den|toi) ?(?:thang |t)?(\d{1,2}))?\b"
)
_LESS = re.compile(
    r"\b(?:it(?: hang| hon| trung| mat| sua| qua| trai| di)?|giam|thua(?: hon| hang)?|khan(?: hang)?|"
    r"kem(?: hon)?|cham(?: hon)?|con mot nua|con nua|(?:chi )?con(?: duoc| khoang)? \d[\d.,]*(?: \w+)?|"
    r"less|fewer|lower|low|scarce|reduced|half)$"
)
_QUOTED = re.compile(r"\b(?:it hang|hang it|khan)\b")  # told with the notes
_PARTS = re.compile(r"[;\n]|,(?!\d)|\.(?:\s|$)")


@lru_cache(maxsize=16_384)
def taken(plain: str) -> tuple[int, ...] | None:
    """The months whose goods a folded clause tells to be sold already, () where it names none; None where
    it says no such thing.

    >>> taken("lua tet da dat het"), taken("da co nguoi dat"), taken("khach dat truoc thi moi lam")
    ((1, 2), (), None)
    """
    if not _TAKEN.search(plain) or _NOT_TAKEN.search(plain):
        return None
    months = {int(month) for month in _OF_MONTH.findall(plain) if 1 <= int(month) <= YEAR}
    months |= {month for words, each in _TIMES if words.search(plain) for month in each}
    return tuple(sorted(months))


def tells_what_is_left(plain: str) -> bool:
    """Whether a folded clause says how much is left: "chỉ còn 500 kg"."""
    return _LEFT.search(plain) is not None


def of_the_sale(plain: str, *, in_note: bool) -> bool:
    """Whether a folded clause tells that goods are sold already or, beside an amount, what is left of it."""
    return taken(plain) is not None or (in_note and tells_what_is_left(plain))


def less_at_times(texts: Iterable[str]) -> tuple[str, frozenset[int]]:
    """The words by which there is less at some time of the year, with its months; ("", …) where none are.

    >>> less_at_times(["quanh năm, mùa mưa ít"])[0], less_at_times(["ít hàng"])[0]
    ('mùa mưa ít', '')
    """
    for text in filter(None, texts):
        if (found := _less(text))[0]:
            return found
    return "", frozenset()


@lru_cache(maxsize=16_384)
def _less(text: str) -> tuple[str, frozenset[int]]:
    for part in _PARTS.split(text):
        plain = fold(part).strip()
        when = _WHEN.search(plain)
        if (
            when is None
            or _QUOTED.search(plain)
            or not _LESS.search(plain)
            or _LESS.search(plain[: when.start()].strip())
        ):
            continue
        if when[0] in _SEASONS:
            return part.strip(), frozenset(_SEASONS[when[0]])
        first, last = int(when[1]), int(when[2] or when[1])
        if 1 <= first <= YEAR and 1 <= last <= YEAR:
            span = range((last - first) % YEAR + 1)
            return part.strip(), frozenset((first - 1 + step) % YEAR + 1 for step in span)
    return "", frozenset()
