"""A written place cut into its names: ``x. Cò Nòi, h. Mai Sơn`` → xã + Cò Nòi, huyện + Mai Sơn.

Names are looked up in the index of known names; the cut that leaves the fewest words unexplained wins.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from matchmaker.intake.places_names import key, same_word, words
from matchmaker.intake.text import clean


def _spellings(types: dict[str, str]) -> dict[str, list[tuple[str, list[str]]]]:
    """Key of a spelling → the types it may stand for, each with the spelling's words."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for type_, spelled in types.items():
        for spelling in spelled.split(";"):
            found.setdefault("".join(map(key, spelling.split())), []).append((type_, spelling.split()))
    return found


# Types as they are written before a name; with diacritics if the writer uses any (Quản Bạ is no quận).
_TYPES = _spellings(
    {
        "xa": "xã;x",
        "phuong": "phường;p;f",
        "thitran": "thị trấn;tt",
        "dackhu": "đặc khu;đk",
        "huyen": "huyện;huyện đảo;h",
        "thixa": "thị xã;tx",
        "quan": "quận;q",
        "thanhpho": "thành phố;tp",
        "tinh": "tỉnh;t",
        "cang": "cảng;bến cảng;cảng biển",
        "cuakhau": "cửa khẩu;cửa khẩu quốc tế;cửa khẩu quốc gia;ck",
        "sanbay": "sân bay",
        "cho": "chợ;chợ đầu mối",
        "dao": "đảo;quần đảo",
    }
)
# English types follow the name.
_ENGLISH_TYPES = _spellings(
    {
        "commune": "commune;ward",
        "town": "town",
        "thitran": "township",
        "dackhu": "special zone;special administrative zone",
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
        [
            "cu",
            "moi",
            "tai",
            "o",
            "giao",
            "den",
            "dc",
            "kho",
            "trung",
            "tam",
            "vung",
            "khu",
            "vuc",
            "mien",
            "bac",
            "of",
            "in",
            "the",
            "old",
            "former",
            "new",
            "viet",
            "nam",
            "vietnam",
            "vn",
            "truoc",
            "nay",
            "thuoc",
            "nha",
            "mau",
        ],
    )
)
# What follows these is a part of a commune (a hamlet, a street) or a firm: it names no unit of the maps.
_BELOW_COMMUNE = frozenset(
    map(
        key,
        [
            "thon",
            "ban",
            "ap",
            "to",
            "xom",
            "lang",
            "buon",
            "khom",
            "doi",
            "duong",
            "pho",
            "so",
            "km",
            "ngo",
            "tdp",
            "tieu",
            "cum",
            "hem",
            "phum",
            "soc",
        ],
    )
) | {"kp", "htx", "tht", "cty", "kcn", "ccn"}
_FIRM = [key("cong"), key("ty")]
_SEPARATORS = re.compile(r"[,;()\[\]|\n:]+")
_DASH = re.compile(r"\s[-–—]+\s|[–—]")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}")
_MOST_WORDS = 24
_LONGEST_NAME = 10
_LONGEST_TYPE = 4
# What explaining costs; a name with its type is dearer than a name that begins with such a word (Chợ Gạo).
_UNKNOWN, _PASSED_OVER, _NAME, _TYPED_NAME = 10.0, 1.5, 1.0, 1.1


@dataclass(frozen=True, slots=True)
class Named:
    """A name found: its type ("" where none is written), its words as written, its key."""

    type: str
    written: tuple[str, ...]
    key: str
    known: bool = True
    below: bool = False  # an unknown name introduced as a hamlet or a street
    beside: bool = False  # unexplained words stand beside it, in the same part
    part: tuple[str, ...] = ()  # of a name that is not known: all words of its part, without their type


def parts(text: str, known: Container[str]) -> list[str]:
    """The parts of a text between commas, brackets, lines and dashes, in order; dates are left out.

    A dash inside a known name (``Bà Rịa - Vũng Tàu``) does not divide it.
    """
    cleaned = _DATE.sub(" ", clean(text))
    found: list[str] = []
    for piece in _SEPARATORS.split(cleaned):
        found += _undashed([p for p in _DASH.split(piece.strip()) if words(p)][:_MOST_WORDS], known)
    return found


def _undashed(pieces: list[str], known: Container[str]) -> list[str]:
    joined: list[str] = []
    for piece in pieces:
        if joined and "".join(map(key, leading_type(f"{joined[-1]} {piece}")[1])) in known:
            joined[-1] = f"{joined[-1]} {piece}"
        else:
            joined.append(piece)
    return joined


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
    """How many words at the start name a hamlet or a street: up to the next type word."""
    if not keys or (keys[0] not in _BELOW_COMMUNE and keys[:2] != _FIRM):
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
    if keys[end - 1] in _NOISE or keys[end - 1] in _TYPES or keys[end - 1] in _ENGLISH_TYPES:
        options = [(cost + _PASSED_OVER, names)]
    else:
        unknown = Named("", (tokens[end - 1],), keys[end - 1], known=False)
        options = [(cost + _UNKNOWN, (*names, unknown))]
    for start in range(max(0, end - _LONGEST_NAME), end):
        cost, names = best[start]
        written = tokens[start:end]
        if "".join(keys[start:end]) in known:
            options.append((cost + _NAME, (*names, Named("", tuple(written), "".join(keys[start:end])))))
        for type_, first, last in _typed(written):
            name = "".join(keys[start + first : start + last])
            if name in known:
                found = Named(type_, tuple(written[first:last]), name)
                options.append((cost + _TYPED_NAME, (*names, found)))
    return options


def _typed(written: list[str]) -> list[tuple[str, int, int]]:
    """Ways to read a run of words as a type and a name: the type, where the name begins and ends."""
    found = []
    for length in range(1, min(_LONGEST_TYPE + 1, len(written))):
        before, after = written[:length], written[-length:]
        found += [(t, length, len(written)) for t in _spelt(before, _TYPES) + _spelt(before, _ENGLISH_TYPES)]
        found += [(t, 0, len(written) - length) for t in _spelt(after, _ENGLISH_TYPES)]
    return found


def _spelt(written: list[str], types: Mapping[str, list[tuple[str, list[str]]]]) -> list[str]:
    return [
        type_
        for type_, spelling in types.get("".join(map(key, written)), ())
        if len(spelling) == len(written) and all(map(same_word, written, spelling))
    ]


def _gathered(names: tuple[Named, ...]) -> list[Named]:
    """Runs of unexplained words become one unknown name."""
    gathered: list[Named] = []
    for name in names:
        if not name.known and gathered and not gathered[-1].known:
            before = gathered.pop()
            name = Named("", before.written + name.written, before.key + name.key, known=False)
        gathered.append(name)
    gathered = [
        name if name.known or not _numbers(name.written) else replace(name, below=True) for name in gathered
    ]
    beside = any(not name.known and not name.below for name in gathered)
    return [replace(name, beside=beside) for name in gathered]


def _numbers(written: tuple[str, ...]) -> bool:
    """Whether only numbers are left: those of a quarter, a block or a house."""
    return all(word.isdigit() for word in written)


def leading_type(part: str) -> tuple[str, list[str]]:
    """The type that a part begins with, if any, and its other words: for names that are on no map."""
    tokens = words(part)
    for length in range(_LONGEST_TYPE, 0, -1):
        types = _spelt(tokens[:length], _TYPES)
        if types and len(tokens) > length:
            return types[0], tokens[length:]
    return "", tokens
