"""How a drink is packed and served: words that name no goods, and stand between a "trà" and its herb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scoring.product.noise import NOISE, PARTS
from scoring.product.normalise import Syllable, spellings, syllables
from scoring.product.roles import NATURAL_PARTS

SERVING = ("túi lọc", "hòa tan", "uống liền", "phin giấy", "đóng túi", "dạng túi")
_VIETNAMESE = tuple(
    frozenset(tuple(w[p] for w in map(spellings, t.split())) for t in SERVING) for p in (1, 0)
)
_DRINKS = tuple(frozenset(spellings(word)[p] for word in ("trà", "chè")) for p in (1, 0))
_TEA, _BAG = "tea", "bag"
_OPENING = frozenset(("tra", "che", _TEA))
_PARTS = PARTS | NOISE | frozenset(syllables(word)[0].plain for word in NATURAL_PARTS)


def plainly(words: Sequence[Syllable], accented: bool) -> tuple[Syllable, ...]:
    """The name without how its drink is served: "trà túi lọc vối" is a "trà vối"; "trà túi lọc" stays."""
    if not any(word.plain in _OPENING for word in words):
        return tuple(words)
    for i in range(len(words) - 1):
        key = words[i].marked if accented else words[i].plain
        after = tuple(w.marked if accented else w.plain for w in words[i + 1 : i + 3])
        if key in _DRINKS[accented] and after in _VIETNAMESE[accented] and len(words) > i + 3:
            rest = words[i + 3 :]
            return (*words[: i + 1], _joined(rest[0]), *rest[1:])
        if i and words[i].plain == _TEA and after[:1] == (_BAG,):
            return (*words[: i + 1], *words[i + 2 :])
    return tuple(words)


def _joined(word: Syllable) -> Syllable:
    """A word that now follows its noun; one in a bracket begins a list of sorts."""
    return word if word.broken and not word.listed else replace(word, broken=False, listed=False)


def only_parts(words: Sequence[Syllable]) -> bool:
    """True for words between a herb and its "tea" that only tell the part used or praise it, and for none."""
    return all(word.marked in _PARTS for word in words)
