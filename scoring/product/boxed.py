"""Goods put up in boxes, and goods that are canned: "đóng hộp" says either.

What is sold fresh is packed in a box for the shelf; canned goods lie in their syrup or brine, are sterilised,
or weigh what a can holds. In a description "đóng hộp" tells how goods are packed, unless it stands right
behind their name or beside words of canning.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from scoring.product.normalise import Syllable, spellings


def _both(words: str) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(spellings(word)[1] for word in words.split()),
        frozenset(spellings(word)[0] for word in words.split()),
    )


_BOXED = [spellings(word)[1] for word in ("đóng", "hộp")]
# What only canned goods have about them; pairs of words, since one of them alone says something else.
_CANNED = tuple(
    tuple(spellings(word)[1] for word in pair.split())
    for pair in (
        "ngâm nước", "ngâm đường", "ngâm muối", "ngâm dầu", "ngâm giấm", "ngâm siro", "ngâm xi", "nước đường",
        "nước muối", "sốt cà", "tiệt trùng", "thanh trùng", "tự hấp", "lon thiếc", "hộp thiếc", "hộp sắt",
        "nước dừa",
    )
)  # fmt: skip
_OF_CANS = frozenset(("lon", "syrup", "brine", "canned", "tin", "tinned", "sterilised", "siro"))
# Behind "đóng hộp": what the box is made of, whom it is for, and how many pieces lie in it.
_OF_BOXES = _both(
    "nhựa giấy xốp carton mút gỗ mica pet bìa kraft mây tre quà biếu bán lẻ đục lỗ lưới thoáng trong"
)
_COUNTED = _both(
    "kg ký ky kí ki cân quả trái cái chiếc con bó củ bắp bông cành túi gói lọ hũ chai miếng bánh hộp"
)
# What is said of fresh goods and never of canned ones.
_FRESH = _both("tươi fresh punnet clamshell")
_FRESH_MARKED = frozenset(spellings(word)[0] for word in ("hái", "đài", "mút", "dập"))
# Before it: a factory, or the purpose of goods that are not boxed yet.
_NOT_YET = frozenset(("lieu", "may", "cho", "de", "truoc", "khong", "chua", "khi"))
# Grams that shops sell berries and salads by; cans hold 565 or 425.
_SHELF_GRAMS = frozenset((100, 125, 150, 200, 250, 300, 350, 400, 500, 1000))
_GRAMS = frozenset(("g", "gr", "gam", "gram"))


def is_boxed(
    words: Sequence[Syllable], at: int, taken: Sequence[bool], around: Sequence[Syllable],
    accented: bool, whole: bool, fresh: bool,
) -> bool:  # fmt: skip
    """Whether the two words from ``at``, which may say that goods are canned, tell how they are packed.

    ``around`` are the other words of the record; ``whole``: the words are those of a name; ``fresh``: of
    goods that shops sell fresh in boxes.
    """
    if [word.plain for word in words[at : at + 2]] != _BOXED:
        return False
    every = (*words, *around)
    if _tells_canning(every):
        return at > 0 and not words[at].broken and words[at - 1].plain in _NOT_YET
    if _said_fresh(every, accented) or _of_a_box(words[at + 2 :], accented, fresh):
        return True
    named = at > 0 and taken[at - 1] and not words[at].broken
    return not whole and not named


def _tells_canning(words: Sequence[Syllable]) -> bool:
    plain = [word.plain for word in words]
    pairs = set(pairwise(plain))
    return not _OF_CANS.isdisjoint(plain) or any(pair in pairs for pair in _CANNED)


def _said_fresh(words: Sequence[Syllable], accented: bool) -> bool:
    keys = [word.marked if accented else word.plain for word in words]
    aged = any(
        key == "tuoi" and at and (keys[at - 1] == "nam" or keys[at - 1].isdigit())
        for at, key in enumerate(keys)
    )
    found = _FRESH[accented].intersection(keys) - ({"tuoi"} if aged else set())
    return bool(found) or (accented and not _FRESH_MARKED.isdisjoint(keys))


def _of_a_box(after: Sequence[Syllable], accented: bool, fresh: bool) -> bool:
    """Whether what follows "đóng hộp" speaks of a box: its stuff, pieces or kilograms in it, a gift."""
    keys = [word.marked if accented else word.plain for word in after[:3]]
    if not keys or after[0].broken:
        return False
    if keys[0] in _OF_BOXES[accented]:
        return True
    if not keys[0][0].isdigit():
        return False
    digits = "".join(each for each in keys[0] if each.isdigit())
    unit = keys[0].lstrip("0123456789") or (keys[1] if len(keys) > 1 else "")
    return unit in _COUNTED[accented] or (fresh and unit in _GRAMS and int(digits) in _SHELF_GRAMS)
