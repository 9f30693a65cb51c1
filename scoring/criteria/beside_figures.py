"""What a clause asks beside a figure that is met, and vessels that goods are sold by with their content."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.clauses import OR, WORD
from scoring.criteria.packs import UNITS, pack_measures
from scoring.criteria.quoting import as_written
from scoring.criteria.spec_words import EMPTY
from scoring.units import fold

_JOINT = re.compile(
    r"(?:^|\s)(?:(?:nặng|nang|khoảng|khoang|chừng|chung|tầm|tam|từ|tu|cỡ|size|có|co|đạt|dat|dài|dai|cao|rộng|"
    r"dày|khổ|sâu|ngang|sau|kho|đường kính|duong kinh|chiều|chieu|"
    r"rong|mỗi|moi|loại|about|of)\s*)+$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:quả|qua|trái|trai|con|củ|cu|bông|bong|bắp|bap|cây|cay|cành|canh|miếng|mieng|hạt|hat|búp|bup|nải|nai|"
    r"buồng|buong|pieces?|fruits?|heads?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def beside_figure(asks: str, figure: str) -> str:
    """The words of a clause before or behind its folded figure; "" where they stand on both sides of it or
    leave a choice.

    >>> beside_figure("bắp chắc 1-1,8 kg", "1-1,8 kg"), beside_figure("dê cỏ nặng 22 kg/con", "22 kg/con")
    ('bắp chắc', 'dê cỏ')
    """
    before, found, behind = asks.partition(as_written(figure, asks))
    if not found or OR.search(fold(asks)):
        return ""
    before, behind = _JOINT.sub("", before.strip()).strip(" ,:(-–−"), behind.strip(" ,:)")
    return "" if before and behind else before or behind


@lru_cache(maxsize=16_384)
def size_apart(asks: str, rest: str) -> str:
    """The figure of a clause of which ``rest`` is asked alone, where it is that of a piece of any goods."""
    figure = asks.replace(rest, "").strip(" ,:()")
    of_piece = "/" in figure or _FIRST.match(rest)
    return figure if rest != asks and rest in asks and of_piece and any(map(str.isdigit, figure)) else ""


def noun_apart(asks: str, rest: str) -> str:
    """The words of a clause of which the figure ``rest`` is asked alone: the other side of ``size_apart``."""
    noun = asks.replace(rest, "", 1).strip(" ,:()")
    if rest == asks or rest not in asks or not _FIGURED.search(rest) or _FIGURED.search(noun):
        return ""
    return "" if is_part(noun) else noun


def is_part(noun: str) -> bool:
    """Whether words name no more than a part of goods: the "cánh" of "cánh dày 3–5 cm"."""
    return _PART.fullmatch(fold(noun)) is not None


_PART = re.compile(
    r"(?:qua|trai|con|cu|bong|bap|cay|canh|mieng|hat|bup|nai|buong|mu|nam|la|cuong|re|than|ngon|mat|vanh|soi|"
    r"goc|chan|thit|hang|loai|duoi)(?: (?:dai|cao|rong|day|to|lon|nho))?"
)
_FIGURED = re.compile(r"\d")
# Bounds and denials, which no bare content of a vessel has.
_BOUND = re.compile(
    r"[≤≥<>+]|\b(?:tu|tren|duoi|toi|hon|it nhat|min|max|under|over|least|most|khong|ko|chua|het|no|not)\b"
)


@lru_cache(maxsize=16_384)
def held_by_vessel(asks: str, told: str) -> str | None:
    """What a clause asks of a vessel beside its content, where the offer names the same vessel of such a
    content: "" of "ché 5–6 lít" beside "ché sành 5 lít"; None where it names none."""
    plain = fold(asks)
    wanted = [each for each in pack_measures(plain) if each[0] == "volume"]
    nouns = [word for word in WORD.findall(plain) if word.isalpha() and word not in EMPTY | UNITS]
    if len(wanted) != 1 or not nouns or _BOUND.search(plain) or OR.search(plain):
        return None
    _, least, most = wanted[0]
    for part in re.split(r"[;+&]|,(?!\d)", fold(told)):
        if not set(nouns[:1]) <= set(WORD.findall(part)) or _BOUND.search(part):
            continue
        held = [each for each in pack_measures(part) if each[0] == "volume"]
        if held and all(least * 0.999 <= low and high <= most * 1.001 for _, low, high in held):
            if set(nouns) <= set(WORD.findall(part)):
                return ""
            return re.split(r"\s*(?=\d)", asks, maxsplit=1)[0].strip()
    return None
