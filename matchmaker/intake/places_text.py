"""A written place cut into its names: ``xã Cò Nòi, h. Mai Sơn (Sơn La)`` → xã + Cò Nòi, huyện + Mai Sơn, Sơn La.

Names are looked up in the index of known names; the cut that leaves the fewest words unexplained wins.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from matchmaker.intake.places_names import key, words
from matchmaker.intake.text import clean


def _by_key(spellings: dict[str, str]) -> dict[str, str]:
    """Type → its spellings turned into key of a spelling → type."""
    return {"".join(map(key, s.split())): type_ for type_, all_ in spellings.items() for s in all_.split(";")}


TYPE_WORDS = _by_key(
    {
        "xa": "xa;x",
        "phuong": "phuong;p;f",
        "thitran": "thi tran;tt",
        "dackhu": "dac khu",
        "huyen": "huyen;huyen dao;h",
        "thixa": "thi xa;tx",
        "quan": "quan;q",
        "thanhpho": "thanh pho;tp",
        "tinh": "tinh",
        "cang": "cang;ben cang;cang bien",
        "cuakhau": "cua khau;cua khau quoc te;ck",
        "sanbay": "san bay",
        "cho": "cho;cho dau moi",
        "dao": "dao;quan dao",
    }
)
# English types follow the name.
ENGLISH_TYPES = _by_key(
    {
        "xa": "commune;ward",
        "town": "town",
        "thitran": "township",
        "district": "district",
        "thanhpho": "city",
        "tinh": "province",
        "cang": "port;seaport;harbour;harbor",
        "cuakhau": "gate;border gate",
        "sanbay": "airport",
        "cho": "market",
        "dao": "island;islands",
    }
)
# Words that say nothing about which unit is meant.
_NOISE = frozenset(
    map(
        key,
        "cu moi tai o giao den dc kho trung tam vung khu vuc of in the old former new viet nam vietnam vn truoc"
        " nai la thuoc nha mau tinh mien bac".split(),
    )
)
# What follows these is a part of a commune (a hamlet, a street): it names no unit of the maps.
_BELOW_COMMUNE = frozenset(map(key, "thon ban ap to xom lang buon khom doi duong pho so km ngo".split()))
_SEPARATORS = re.compile(r"[,;()\[\]|\n:]+|\s[-–—]+\s|\s+(?=\()")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}")
_MOST_WORDS = 24
_LONGEST_NAME = 10
_UNKNOWN, _PASSED_OVER, _NAME = 10.0, 0.6, 1.0


@dataclass(frozen=True, slots=True)
class Named:
    """A name found: its type ("" where none is written), its words as written, its key."""

    type: str
    written: tuple[str, ...]
    key: str
    known: bool = True
    below: bool = False  # an unknown name introduced as a hamlet or a street


def parts(text: str) -> list[str]:
    """The parts of a text between commas, brackets, lines and dashes, in order; dates are left out."""
    cleaned = _DATE.sub(" ", clean(text))
    return [piece.strip() for piece in _SEPARATORS.split(cleaned) if words(piece)]


def alternatives(text: str) -> list[str]:
    """A text whose part offers several places by a slash (``Hà Tiên/Rạch Giá``), once for each of them."""
    cleaned = _DATE.sub(" ", clean(text))
    pieces = re.split(r"([,;()\[\]|\n:]+)", cleaned)
    at = next((i for i, piece in enumerate(pieces) if "/" in piece), None)
    if at is None:
        return [cleaned]
    return [
        "".join([*pieces[:at], choice, *pieces[at + 1 :]])
        for choice in pieces[at].split("/")
        if words(choice)
    ]


def cut(part: str, known: Container[str]) -> list[Named]:
    """The names in one part, in order; unexplained words come as names that are not known."""
    tokens = words(part)[:_MOST_WORDS]
    keys = [key(t) for t in tokens]
    hamlet = _hamlet(keys, known)
    if hamlet:
        below = Named("", tuple(tokens[:hamlet]), "".join(keys[:hamlet]), known=False, below=True)
        return [below, *_names(tokens[hamlet:], keys[hamlet:], known)]
    return _names(tokens, keys, known)


def _hamlet(keys: list[str], known: Container[str]) -> int:
    """How many words at the start name a hamlet or a street: up to the next type word of a commune or above."""
    if not keys or keys[0] not in _BELOW_COMMUNE:
        return 0
    if any("".join(keys[:n]) in known for n in range(2, min(len(keys), _LONGEST_NAME) + 1)):
        return 0  # a unit whose name begins so: Buôn Ma Thuột, Bản Lầu
    for at in range(1, len(keys)):
        if keys[at] in ("xa", "phuong", "huyen", "tinh") or "".join(keys[at : at + 2]) in (
            "thitran",
            "thixa",
            "dakkhu",
        ):
            return at
    return len(keys)


def _names(tokens: list[str], keys: list[str], known: Container[str]) -> list[Named]:
    best: list[tuple[float, tuple[Named, ...]]] = [(0.0, ())]
    for end in range(1, len(tokens) + 1):
        best.append(min(_endings(best, tokens, keys, end, known), key=lambda option: option[0]))
    return _gathered(best[-1][1])


def _endings(
    best: list[tuple[float, tuple[Named, ...]]],
    tokens: list[str],
    keys: list[str],
    end: int,
    known: Container[str],
) -> list[tuple[float, tuple[Named, ...]]]:
    """Every way to explain the words before ``end``, building on the best ways to explain fewer."""
    cost, names = best[end - 1]
    if keys[end - 1] in _NOISE or keys[end - 1] in TYPE_WORDS or keys[end - 1] in ENGLISH_TYPES:
        options = [(cost + _PASSED_OVER, names)]
    else:
        unknown = Named("", (tokens[end - 1],), keys[end - 1], known=False)
        options = [(cost + _UNKNOWN, (*names, unknown))]
    for start in range(max(0, end - _LONGEST_NAME), end):
        cost, names = best[start]
        span = keys[start:end]
        for type_, skip in _prefixes(span):
            name = "".join(span[skip:])
            if name in known:
                found = Named(type_, tuple(tokens[start + skip : end]), name)
                options.append((cost + _NAME - (0.2 if type_ else 0.0), (*names, found)))
        if len(span) > 1 and span[-1] in ENGLISH_TYPES and "".join(span[:-1]) in known:
            found = Named(ENGLISH_TYPES[span[-1]], tuple(tokens[start : end - 1]), "".join(span[:-1]))
            options.append((cost + _NAME - 0.2, (*names, found)))
    return options


def _prefixes(span: list[str]) -> list[tuple[str, int]]:
    """Ways to read the first words of a span as a type: ("", 0) and each type that fits."""
    found = [("", 0)]
    for length in range(1, min(4, len(span))):
        type_ = TYPE_WORDS.get("".join(span[:length])) or ENGLISH_TYPES.get("".join(span[:length]))
        if type_:
            found.append((type_, length))
    return found


def _gathered(names: tuple[Named, ...]) -> list[Named]:
    """Runs of unexplained words become one unknown name."""
    gathered: list[Named] = []
    for name in names:
        if not name.known and gathered and not gathered[-1].known:
            before = gathered.pop()
            name = Named("", before.written + name.written, before.key + name.key, known=False)
        gathered.append(name)
    return gathered


def leading_type(part: str) -> tuple[str, list[str]]:
    """The type that a part begins with, if any, and its other words: for names that are on no map."""
    tokens = words(part)
    spelled = [key(t) for t in tokens]
    for length in (3, 2, 1):
        type_ = TYPE_WORDS.get("".join(spelled[:length]))
        if type_ and len(tokens) > length:
            return type_, tokens[length:]
    return "", tokens
