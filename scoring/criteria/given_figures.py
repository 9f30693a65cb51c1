"""Which figures of an offer's words answer one that is wanted, where they do not name what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from scoring.criteria.ends import Measure
from scoring.criteria.figure_words import FIGURE, UP, ends
from scoring.criteria.measures import DAYS_OF_YEAR, alike, measures
from scoring.units import fold


def of_its_own(given: Sequence[Measure], wanted: Measure) -> list[Measure]:
    """The figures that name what is wanted, where some do, and else the bare degrees: of "ẩm 12 %, 50 độ"
    only the first is moisture."""
    if wanted.dimension == "degrees":
        return list(given)
    return [each for each in given if each.dimension != "degrees"] or list(given)


_ALIVE = r"(?:(?:ga|vit|ngan|ngong|lon|heo|de|cuu|bo|trau|tho|con|lua|dan|giong|nhom|xuat ban|ban|tuoi) )*"
_BARE = re.compile(
    rf"{_ALIVE}(?:khoang |chung |tam |gan |duoc |du )?{FIGURE} ?(ngay|thang|nam)(?: tuoi)?{UP}"
)
_A_YEAR = {"ngay": DAYS_OF_YEAR, "thang": 12.0, "nam": 1.0}


def bare_ages(told: str, wanted: Measure) -> list[Measure]:
    """The ages that stand alone between other things that an offer says of animals and plants: "6 tháng" in
    "1,3–1,6 kg/con, chân đen, 6 tháng"."""
    return list(_ages(told)) if wanted.dimension == "age" else []


@lru_cache(maxsize=16_384)
def _ages(told: str) -> tuple[Measure, ...]:
    found = []
    for part in re.split(r"[;\n]|,(?!\d)|\. ", told):
        if match := _BARE.fullmatch(fold(part.strip())):
            low, high = ends(match, match[6], match[7])
            found.append(Measure("age", low / _A_YEAR[match[5]], high / _A_YEAR[match[5]], match[0]))
    return tuple(found)


# What a clause says of its figure and not of the goods.
_ITS_OWN = {
    kind: frozenset(words.split())
    for kind, words in {
        "altitude": "trong o do cao vung vuon cach tren so voi muc mat nuoc bien altitude elevation grown at "
        "above sea level from of asl m",
        "score": "cup cupping score diem thu nem chat luong sca quality",
        "brix": "do ngot duong brix",
    }.items()
}


def beside_of(words: Iterable[str], wanted: Measure) -> frozenset[str]:
    """What a clause says beside its figure, but for the words that name what the figure is of."""
    return frozenset(words) - _ITS_OWN.get(wanted.dimension, frozenset())


def none_of(told: str, wanted: Measure) -> bool:
    """Whether an offer says that there is none of what a share is wanted of at most: "không mạ băng"."""
    if not wanted.dimension.startswith("% ") or wanted.low > 0:
        return False
    name = re.escape(wanted.dimension[2:])
    none = rf"(?<![a-z])(?:khong|ko|no|without)(?: (?:co|bi|lan|con))? {name}(?![a-z])"
    return re.search(none, fold(told)) is not None


def another_figure(plain: str, part: str) -> bool:
    """Whether a part of an offer's words tells a figure of another thing than the figure that a clause asks:
    how high up goods grow is not how tall they are."""
    if not any(map(str.isdigit, part)) or not any(map(str.isdigit, plain)):
        return False
    wanted, own = measures(plain), measures(part)
    if wanted and not own:
        return _CELSIUS.search(fold(part)) is not None
    return bool(wanted and own) and not any(alike(each, one) for each in own for one in wanted)


_CELSIUS = re.compile(r"\d ?(?:do ?|[°º] ?)c\b")
