"""What the name of goods says beside the product: that it lists several, and the grade."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from scoring.product import Lexicon
from scoring.product.matching import find, is_english
from scoring.product.normalise import has_marks, syllables
from scoring.product.process import with_process
from scoring.records import Demand, Offer
from scoring.units import fold

# How a name that holds several goods means them: all are wanted or sold, or any one will do.
ALL, EITHER = "all", "either"
_ALL_BREAK = re.compile(r"[,;:+&]|\bvà\b|\bva\b|\band\b", re.IGNORECASE)
_EITHER_BREAK = re.compile(r"/|\bor\b|\bhoặc\b|\bhoac\b", re.IGNORECASE)
_MAY_BREAK = re.compile(r"[,;:+&/]|\b(?:va|and|or|hoac)\b")  # in a folded name
_RATE = re.compile(
    r"\d[\d.,]* ?(?:g|kg|mg|ml|con|quả|trái|củ|pcs|fruits?)?/(?:1 ?)?(?:l|lít|kg|con|quả|trái|củ|m2)\b"
)
_ALL_SORTS = re.compile(r"\b(cac loai|nhieu loai|du loai|all kinds|assorted|mixed)\b")
# What a piece begins with that tells of use, packing, grade or state, and names no goods.
_NO_GOODS = re.compile(
    r"^(loai|size|hang|tui|hop|thung|goi|chai|cho|dung|an|giao|dong|xuat|tuoi|say|kho|sach|moi|cao|nguyen|"
    r"duong|kg|kilo|lit|thang|tuan|ngay|nam|mua|con|qua|trai|tu|chinh|tai|grade|for|fresh|bulk|organic|split|broken|whole|cut|raw|washed|\d)\b"
)
# What a figure counts that is no grade: "loại 1, 2 tấn", "loại 1-1,2 kg".
_COUNTED = (
    r"(?:kg|kilo|ky|g|gr|gam|con|qua|trai|cu|bap|bong|cai|chiec|cm|mm|m|lit|ml|l|tan|ta|yen|tuan|thang|ngay|nam|vu|"
    r"thung|hop|tui|chai|bao|goi|lon|can|nhan|k|tr|trieu|nghin|ngan|dong|d)\b|%"
)
_GRADE_WORDS = ("loai ", "hang ", "grade ", "class ", "dat ")
_GRADE = re.compile(
    rf"\b(?:{'|'.join(_GRADE_WORDS)})"
    rf"((?:\d(?!(?:,| ?[-–] ?)\d+(?:[.,]\d+)? ?(?:[-–]|{_COUNTED}))|[abc])\b"
    rf"(?:(?: ?[,/&+–-] ?| (?:va|hoac|and|or) )(?:(?:loai|hang) )?[1-4abc]"
    rf"(?=$|[ ;,)/.+&–-](?! ?(?:{_COUNTED})))(?! ?[-–] ?\d+ ?(?:{_COUNTED})))*)"
)
_JOINT = r"(?:\s*[/&,+–-]\s*|\s+(?:và|va|and|hoặc|hoac|or)\s+)"
_GRADES_ALONE = re.compile(
    rf"(?:^|;)\s*([A-C](?:{_JOINT}[A-C])*(?=\s*(?:[;,]|$))|[1-3](?:{_JOINT}[1-3])*(?=\s*(?:;|$)))"
)
_RANGE = re.compile(r"\b([1-4]) ?[-–] ?([1-4])\b")
_CODES = re.compile(r"\b(?:\d|[abc])\b")
# Goods as they come, and what is sorted out.
_UNSORTED = re.compile(
    r"\b(?:(xô|dạt)|(?:hang|loai|ban) (xo|dat)|(xo)(?= (?:ep|ca|nguyen|vuon|tai)\b))\b", re.IGNORECASE
)
_SHARE = re.compile(r"\d[\d.,]* ?(?:%|phan tram|tan\b|ta\b|yen\b|kg\b)")
_SAID_GRADE = re.compile(
    r"\b(?:loai|grade|pham cap) ((?:[123]|[abc])\b(?! ?(?:kg|g|con|qua|trai|lit|ngay|thang)\b))"
)
_SORTED_BY_SIZE = re.compile(
    r"\d[\d.,]* ?(?:g|gr|kg|mm|cm)? ?[-–] ?\d[\d.,]* ?(?:g|gr|kg|mm|cm|con|quả|trái|củ|hạt)"
    r"(?!\w| ?/ ?(?:l|lít|lit|100 ?g)\b)(?: ?/ ?(?:kg|quả|trái|củ|con))?", re.IGNORECASE
)  # fmt: skip
_GROWN = frozenset(("fresh", "live", "plant"))


@lru_cache(maxsize=16_384)
def listing(lexicon: Lexicon, name: str) -> str:
    """``ALL`` for "tỏi, hành Lý Sơn" and "rau các loại", ``EITHER`` for "ruột trắng/đỏ", else "".

    Goods of the lexicon must be named in two pieces at least: "bulk", "organic" and "split" are none, and
    what a stroke parts is a translation where both sides mean the same.
    """
    name = with_process(name)
    plain = fold(name)
    if _ALL_SORTS.search(plain):
        return ALL
    if not _MAY_BREAK.search(plain) or not (_ALL_BREAK.search(name) or _EITHER_BREAK.search(name)):
        return ""  # of one piece
    words = syllables(name)
    accented = has_marks(words)
    english = not accented and is_english(words)

    def kinds(piece: str) -> tuple[int, ...]:
        found = find(lexicon, syllables(piece), accented, english)
        return next((match.kinds for match in found if match.kinds), ())

    parts = [part.strip(" )") for part in name.split("(")]
    for part in parts:
        if _parts_listed(lexicon, part, kinds):
            return ALL
        if len(_beside(lexicon, [kinds(piece) for piece in _ALL_BREAK.split(part)])) > 1:
            return ALL
    if len(parts) > 1 and any(_sorts_listed(parts[0], part, kinds) for part in parts[1:]):
        return ALL
    opened = False
    for part in parts:
        for piece in _ALL_BREAK.split(part):
            if _is_choice(lexicon, piece, kinds, opened):
                return EITHER
        opened = True
    return ""


def names_no_sort(name: str) -> bool:
    """Whether a name asks for all sorts of goods and names none of them: "mật ong các loại"."""
    return bool(_ALL_SORTS.search(fold(name))) and not (_ALL_BREAK.search(name) or "(" in name)


def _beside(lexicon: Lexicon, pieces: list[tuple[int, ...]]) -> set[int]:
    """The kinds of a list; what grows beside something made tells its origin: "mật ong hoa nhãn, vải"."""
    named = [kinds for kinds in pieces if kinds]
    named = [kinds for kinds in named if not _glossed(lexicon, kinds[0], named)]
    made = bool(named) and lexicon.kinds[named[0][0]].form == "processed"
    return {k[0] for k in named if not (made and any(lexicon.kinds[each].form in _GROWN for each in k))}


def _glossed(lexicon: Lexicon, kind: int, named: list[tuple[int, ...]]) -> bool:
    """The wider name beside the narrower one of the same goods: "cinnamon bark, cassia"."""
    wider = lexicon.kinds[kind].rank != "family"
    return wider and any(kind in lexicon.ancestors(other[0]) for other in named)


# Parts of plants and animals that are goods of their own, though one kind of the table holds them all.
_PARTS = frozenset(("nhan", "hat", "vo", "la", "cu", "hoa", "qua", "than", "bup", "bot", "canh", "re"))


def _parts_listed(lexicon: Lexicon, text: str, kinds: Callable[[str], tuple[int, ...]]) -> bool:
    """Several parts of one product, each named with it: "nhân mắc ca sấy, hạt mắc ca nứt vỏ"."""
    pieces = [fold(piece).split() for piece in _ALL_BREAK.split(text) if kinds(piece)]
    return len({words[0] for words in pieces if len(words) > 1 and words[0] in _PARTS}) > 1


def _sorts_listed(name: str, inside: str, kinds: Callable[[str], tuple[int, ...]]) -> bool:
    """Sorts of the goods before a bracket that stand in it without their noun: "tiêu (đen, đỏ, sọ)"."""
    pieces = [piece.strip() for piece in _ALL_BREAK.split(inside) if piece.strip()]
    if len(pieces) < 2 or any(len(piece.split()) > 3 or _NO_GOODS.match(fold(piece)) for piece in pieces):
        return False
    noun, own = name.split()[0] if name.split() else "", kinds(name)
    general = {*own[:1], *kinds(noun)[:1]}
    sorts = [
        kinds(f"{noun} {piece}")[:1] + kinds(f"{name} {piece}")[:1] for piece in pieces if not kinds(piece)
    ]
    return bool(own) and sum(bool(set(found) - general) for found in sorts) > 1


def goods_in_set(name: str) -> list[str]:
    """What a set holds where its name lists it behind a colon or in a bracket; empty where it does not."""
    inside = re.split(r"[:(]| gồm ", name, maxsplit=1)
    pieces = re.split(r"[,;+&]|\bvà\b", inside[1].strip(" )")) if len(inside) > 1 else []
    return [piece.strip() for piece in pieces if piece.strip()]


def _is_choice(lexicon: Lexicon, text: str, kinds: Callable[[str], tuple[int, ...]], opened: bool) -> bool:
    """Whether a stroke parts goods, or what is left of their names ("ruột trắng/đỏ"), that will all do."""
    pieces = [piece.strip() for piece in _EITHER_BREAK.split(_RATE.sub(" ", text)) if piece.strip()]
    if len(pieces) < 2 or (_NO_GOODS.match(fold(pieces[-1])) and not kinds(pieces[-1])):
        return False
    first, last = kinds(pieces[0]), kinds(pieces[-1])
    if not first:
        return opened and not _NO_GOODS.match(fold(pieces[0]))  # of the goods before the bracket
    return not last or (last[0] not in _line(lexicon, first[0]) and first[0] not in _line(lexicon, last[0]))


def _line(lexicon: Lexicon, kind: int) -> set[int]:
    return {kind, *lexicon.ancestors(kind)}


# Families of which a name without any narrower one tells a mixture: "rau củ ôn đới" is cabbage, carrots, …
_MIXED = frozenset(("vegetable", "fruit", "root", "seafood", "mushroom", "herb", "flower", "dried fruit"))


def is_mixture(lexicon: Lexicon, kind: int) -> bool:
    """Whether goods of a kind are of several kinds that the record does not name."""
    if kind < 0:
        return False
    entry = lexicon.kinds[kind]
    return entry.rank == "family" and entry.category in _MIXED


@lru_cache(maxsize=16_384)
def grades(text: str) -> frozenset[str]:
    """The grades that a text names: "loại 1", "hạng A", and "xô" for goods that are not sorted."""
    plain = fold(text)
    graded = _GRADE.findall(plain) if any(word in plain for word in _GRADE_WORDS) else ()
    loose = _UNSORTED.finditer(text) if "xo" in plain or "dat" in plain else ()
    return frozenset(code for named in graded for code in _codes(named)) | {
        "dạt" if "dat" in fold(words) or "dạt" in words else "xô" for m in loose for words in [m[0].lower()]
    }


def _codes(named: str) -> list[str]:
    """The codes that follow a word for grades; of "1-3" all that lie between too."""
    between = [str(code) for low, high in _RANGE.findall(named) for code in range(int(low), int(high))]
    return _CODES.findall(named) + between


def grades_alone(text: str, wanted: frozenset[str]) -> frozenset[str]:
    """The grades that a part of a text is nothing but, where they are told as those wanted are, by letters or
    by figures; of "A, 12 kg" the first part alone.

    >>> sorted(grades_alone("A/B; 2–5 kg", frozenset("a"))), sorted(grades_alone("A", frozenset("1")))
    (['a', 'b'], [])
    """
    found = _grades_alone(text)
    alike = {each.isdigit() for each in found} & {each.isdigit() for each in wanted}
    return found if alike else frozenset()


@lru_cache(maxsize=16_384)
def _grades_alone(text: str) -> frozenset[str]:
    return frozenset(code for named in _GRADES_ALONE.findall(text) for code in _codes(named.lower()))


@lru_cache(maxsize=16_384)
def grades_in_words(text: str) -> frozenset[str]:
    """The grades that free words name, where nothing else is meant by a figure behind "loại"."""
    return frozenset(_SAID_GRADE.findall(fold(text)))


def grades_of(offer: Offer, demand: Demand, asks: Demand) -> tuple[frozenset[str], frozenset[str]]:
    """The grades that an offer names, and those that a demand does, as far as it ``asks`` for these goods."""
    wanted = _grades_named(demand.remarks, asks.product, asks.spec)
    given = _grades_named(offer.remarks, offer.product, offer.grade, offer.description)
    if wanted and not given:
        given = grades_alone(f"{offer.description}; {offer.grade}", wanted)
    return given, wanted


@lru_cache(maxsize=16_384)
def _grades_named(remarks: str, *goods: str) -> frozenset[str]:
    """The grades that a record names in what it says of its goods, and in its free words."""
    return grades(" ".join(goods)) | grades_in_words(remarks)


def several_grades(offer: Offer, demand: Demand) -> bool:
    """Whether an offer names the grade wanted beside others, all of them under one amount."""
    given, wanted = grades_of(offer, demand, demand)
    return bool(given & wanted and given - wanted)


def amount_of_grade(offer: Offer, wanted: Iterable[str]) -> str:
    """The words by which an offer says how much of it is of a grade: "3 tấn loại 1", "loại 1 chiếm 70%"."""
    text = "; ".join(filter(None, (offer.grade, offer.description, offer.remarks)))
    for clause in re.split(r"[;,](?=\s)", text):
        if set(wanted) & grades(clause) and _SHARE.search(fold(clause)):
            return clause.strip()
    return ""


def sorted_by_size(spec: str) -> str:
    """The size by which a specification wants goods sorted, as written; "" for none."""
    found = _SORTED_BY_SIZE.search(spec)
    return found[0] if found else ""
