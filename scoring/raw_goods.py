"""Goods of which a name does not settle how far they are processed: fruit that a factory buys to freeze, and
nuts named by their place, which are sold raw and roasted."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scoring.product import Lexicon
from scoring.product.normalise import marked_words, syllables
from scoring.records import Demand
from scoring.units import fold

# Grades that only raw goods have, which a factory sorts out and works up itself.
_CULLS = re.compile(
    r"\b(?:dat|hang (?:dat|bi|vun|loai)|loai [2-4bcd]|hang [2-4bcd]|nguyen lieu|tron (?:size|co)|dui|deo)\b"
)
# How goods are bought that come frozen or dried already.
_WORKED = re.compile(
    r"\b(?:iqf|block|com|boc vo|tach (?:vo|hat|mui)|thai lat|container lanh|xe (?:lanh|dong)|kho lanh|"
    r"hut chan khong|do am|thuy phan|moisture|(?:re|cu|la|hoa|vo|hat|lat|than|nam) kho|kho (?:kiet|nguyen)|"
    r"say (?:lanh|kho)|khong nhan (?:[a-z]+ )?tuoi)\b|-1[58]|\bam ?(?:≤|<=|<|duoi|toi da|khong qua)"
)
# Words of a name that tell what was done to the goods, and not of which sort they are.
_DONE = marked_words("rang muối củi mộc mật ong sấy khô dẻo giòn nứt vỏ tẩm vị gia tách bóc chín luộc nướng")


def takes_raw(demand: Demand) -> bool:
    """Whether a factory may mean raw goods by the name of what it makes of them: it asks for culls of "sầu
    riêng cấp đông", and nothing that only frozen ones have."""
    if demand.channel != "processor":
        return False
    told = fold(
        f"{demand.product} {demand.spec} {demand.description} {demand.delivery_rhythm} {demand.remarks}"
    )
    return _CULLS.search(told) is not None and _WORKED.search(told) is None


_PREPARED = re.compile(
    r"\b(?:(?:cắt|gọt|thái|bào|bóc|lột|rửa) sẵn|sơ chế|(?:cat|got|thai|bao|boc|rua) san|so che)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def prepared(text: str) -> str:
    """What a buyer wants done to fresh goods that any seller may do: "cắt sẵn"; "" for nothing."""
    found = _PREPARED.search(text)
    return found[0] if found else ""


@lru_cache(maxsize=8)
def done_to(lexicon: Lexicon) -> tuple[str, ...]:
    """For each kind what its name says was done to it beyond its product's name: "rang muối" of "hạt điều
    rang muối"; "" for others."""
    return tuple(_done(lexicon, i) for i in range(len(lexicon.kinds)))


def _done(lexicon: Lexicon, i: int) -> str:
    kind, above = lexicon.kinds[i], lexicon.parents[i]
    if kind.category != "nut" or above < 0 or lexicon.kinds[above].rank == "family":
        return ""
    general = {word.marked for word in syllables(lexicon.kinds[above].name_vi)}
    more = [word for word in syllables(kind.name_vi) if word.marked not in general]
    return " ".join(word.raw for word in more) if more and all(w.marked in _DONE for w in more) else ""


@lru_cache(maxsize=8)
def processed(lexicon: Lexicon) -> NDArray[np.bool_]:
    """The kinds of ``done_to``, and last, for a kind that is not known, False."""
    return np.array([*map(bool, done_to(lexicon)), False], dtype=np.bool_)


@lru_cache(maxsize=8)
def may_be_processed(lexicon: Lexicon) -> NDArray[np.bool_]:
    """Nuts of a place, which say nothing of what was done to them; last False."""
    open_ = [
        kind.category == "nut" and kind.rank == "variety" and not done and not _says(kind.name_vi)
        for kind, done in zip(lexicon.kinds, done_to(lexicon), strict=True)
    ]
    return np.array([*open_, False], dtype=np.bool_)


_STATED = _DONE | marked_words("nhân thô tươi sống vụn")


def _says(name: str) -> bool:
    return any(word.marked in _STATED for word in syllables(name))


# Rice told to be in its husk, whatever it is called; "thóc giống" is seed. And that it is milled to order.
_PADDY = re.compile(
    r"\b(?:(?:còn|con) (?:nguyên |nguyen )?|(?:nguyên|nguyen|dạng|dang|bán|ban|để|de) )"
    r"(?:thóc|thoc)\b(?! giống| giong)"
    r"|\b(?:(?:thóc|thoc|lúa|lua) )?(?:chưa|chua) (?:xay|xát|xat)(?: (?:xát|xat))?\b"
    r"|\b(?:paddy|unmilled|unhusked)\b",
    re.IGNORECASE,
)
_MILLED = re.compile(r"\b(?:xay|xat|milled)\b|\bmill(?:ing)? (?:to|on)\b")
_NEGATED = (["khong"], ["ko"], ["not"], ["no"])


@lru_cache(maxsize=16_384)
def paddy(text: str) -> tuple[str, bool]:
    """The words by which rice is told to be in its husk, "" for none, and whether milling is spoken of.

    >>> paddy("ST25 còn nguyên thóc 12 tấn, ai cần xay thì báo"), paddy("không bán thóc")
    (('còn nguyên thóc', True), ('', False))
    """
    found = _PADDY.search(text)
    if not found or fold(text[: found.start()]).split()[-1:] in _NEGATED:
        return "", False
    rest = fold(f"{text[: found.start()]} ; {text[found.end() :]}")
    return found[0], _MILLED.search(rest) is not None
