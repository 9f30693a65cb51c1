"""What one piece of goods weighs by a pack that tells how many of them it holds and what it weighs: "thùng 6
quả, khoảng 10 kg" is some 1,7 kg a piece. It is a mean, so it shows only that a size wanted may well be met.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.clauses import OTHER, SAME, Clause
from scoring.criteria.ends import Measure, within
from scoring.criteria.measures import SIZE
from scoring.criteria.quoting import as_written
from scoring.units import fold

_PIECE = "qua|trai|con|cu|bap|nai|bong|khuc|mieng|fruits?|pieces?|pcs|heads?|ears?"
_PACK = r"(?:thung|hop|khay|sot|bao|tui|goi|vi|ket|kien|ro|gio|carton|case|crate|box|tray|bag)s?"
_OF = r"(?: (?:carton|giay|xop|nhua|go|luoi|tre|loai|co|lon|nho))*"
_ROUGH = (
    r"(?:(?:khoang|chung|tam|nang|tong|net|gross|about|approx\.?|dong|chua|gom|co|dung|of|with|duoc|xep) )*"
)
_COUNT = rf"(?P<few>\d{{1,3}})(?: ?(?:-|–|den|toi|to) ?(?P<many>\d{{1,3}}))? ?(?:{_PIECE})\b"
_UNIT = "kg|ky|kilo|gr|gam|gram|g"
_MASS = (
    r"(?P<least>\d+(?:[.,]\d+)?)(?: ?(?:-|–|den|toi|to) ?(?P<most>\d+(?:[.,]\d+)?))? ?"
    rf"(?P<unit>{_UNIT})\b"
)
_WEIGHED = re.compile(rf"\d ?(?:{_UNIT})\b")
_JOINT = r"[ ,;:=(/]*"
_NO_RATE = rf"(?! ?(?:/|mot|moi|per) ?(?!{_PACK})[a-z\d])"
_TOLD = (
    re.compile(rf"\b{_PACK}{_OF} {_ROUGH}{_COUNT}(?! ?/ ?(?:1 ?)?k){_JOINT}{_ROUGH}{_MASS}{_NO_RATE}"),
    re.compile(rf"\b{_PACK}{_OF} {_ROUGH}{_MASS}{_JOINT}{_ROUGH}{_COUNT}{_NO_RATE}"),
    re.compile(rf"\b{_COUNT} ?(?:/|mot|moi|per) ?{_PACK}{_OF}{_JOINT}{_ROUGH}{_MASS}{_NO_RATE}"),
)


def by_its_pack(asks: str, wanted: Measure, told: str) -> Clause | None:
    """What an offer says to the size of a piece by the packs that its words tell: met, or words to lay beside
    the clause; None where they tell none."""
    means = mean_sizes(told)
    if not means:
        return None
    fits = all(within(each, wanted) for each in means)
    return Clause(asks, SAME) if fits else Clause(asks, OTHER, as_written(means[0].words, told))


@lru_cache(maxsize=16_384)
def mean_sizes(told: str) -> tuple[Measure, ...]:
    """The grams of a piece by the packs that a text tells.

    >>> [(round(each.low), round(each.high)) for each in mean_sizes("thùng 6 quả, khoảng 10 kg")]
    [(1667, 1667)]
    >>> mean_sizes("thùng 10 kg"), mean_sizes("thùng 20 kg, 5–7 quả/kg")
    ((), ())
    """
    plain = fold(told)
    if not _WEIGHED.search(plain):
        return ()
    found = []
    for pattern in _TOLD:
        for match in pattern.finditer(plain):
            few, many = int(match["few"]), int(match["many"] or match["few"])
            if few > 1:
                least = float(match["least"].replace(",", "."))
                most = float((match["most"] or match["least"]).replace(",", "."))
                grams = 1 if match["unit"].startswith("g") else 1000
                sizes = sorted((grams * least / many, grams * most / few))
                found.append(Measure(SIZE, sizes[0], sizes[1], match[0].strip(" ,;")))
    return tuple(found)
