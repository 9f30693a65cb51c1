"""English names whose product is told by their last word, and those that a gloss in brackets parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scoring.product.lexicon import Lexicon
from scoring.product.matching import Match, is_english
from scoring.product.noise import LOANS
from scoring.product.normalise import Syllable, has_marks, syllables

_GLOSS = re.compile(r"\s*\([^()]*\)")
_PARTED = re.compile(r"^([^(),;:]*[^(),;:\s])\s*(\([^()]{1,40}\))\s+([^(),;:]+)(.*)$")
_LONGEST = 4

_FRUIT = frozenset(("fruit", "citrus", "melon", "dried fruit", "fruit product"))
_HERBS = frozenset(
    ("medicinal", "herb", "herbal tea", "health", "spice", "flower", "vegetable", "root", "mushroom")
)
_GRAINS = frozenset(("grain", "pulse", "nut", "rice", "oilseed"))
_INFUSED = _HERBS - {"flower"} | {"grain", "pulse"}
_DRINKS = ("wine", "liqueur", "liquor", "spirit", "brandy", "whiskey", "whisky", "vodka")
# What a last word right behind a product makes of it, by the product's trade, where no name says more.
_MADE: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    **dict.fromkeys(_DRINKS, ((_FRUIT, "fruit_wine"), (_HERBS, "herbal_liquor"), (_GRAINS, "alcohol"))),
    **dict.fromkeys(("tea", "infusion", "tisane"), ((_FRUIT | _HERBS | _GRAINS, "herbal_tea"),)),
    "jam": ((_FRUIT, "fruit_jam"),),
    "juice": ((_FRUIT, "fruit_juice"),),
    "vinegar": ((_FRUIT, "fruit_vinegar"),),
    "syrup": ((_FRUIT, "fruit_syrup"),),
}


def is_english_with_gloss(names: Sequence[Syllable], name: str) -> bool:
    """Whether a name is English but for a gloss in brackets, as in "Plum wine (mơ)".

    ``names`` are the words of the name that are no place.
    """
    glosses = {word.raw for gloss in _GLOSS.findall(name) for word in syllables(gloss)}
    words = tuple(word for word in names if word.raw not in glosses)
    own = tuple(word for word in words if word.plain not in LOANS)
    return len(own) > 1 and not has_marks(words) and is_english(own)


def gloss_last(lexicon: Lexicon, name: str) -> str:
    """A name that a gloss parts, with the gloss behind: "Rose myrtle (sim) wine" is rose myrtle wine."""
    parted = _PARTED.match(name)
    if parted is None:
        return name
    before, gloss, after, rest = parted.groups()
    words = [word.plain for word in syllables(f"{before} {after}")]
    gap = len(syllables(before))
    first = words[gap : gap + 1]
    led = any(tuple(words[start:gap]) in lexicon.plain for start in range(max(gap - _LONGEST, 0), gap))
    joined = any(
        tuple(words[start:end]) in lexicon.plain
        for start in range(max(gap - _LONGEST, 0), gap)
        for end in range(gap + 1, gap + 1 + _LONGEST)
    )
    return f"{before} {after} {gloss}{rest}" if joined or (led and first and first[0] in _MADE) else name


def with_infusions(lexicon: Lexicon, found: Sequence[Match]) -> list[Match]:
    """The phrases of a Vietnamese name, where "trà" right before a herb is no leaf of the tea plant."""
    tea, herbal = (lexicon.index.get(key, -1) for key in ("tea", "herbal_tea"))
    starts = {match.start: match for match in found if match.kinds}
    goods = []
    for match in found:
        herb = starts.get(match.end)
        if match.kinds == (tea,) and match.end - match.start == 1 and herb is not None and herbal >= 0:
            infused = lexicon.kinds[herb.kinds[0]].category in _INFUSED
            goods.append(replace(match, kinds=(herbal,)) if infused else match)
        else:
            goods.append(match)
    return goods


def with_made(lexicon: Lexicon, words: Sequence[Syllable], found: Sequence[Match]) -> list[Match]:
    """The phrases of an English name, with what its last word makes of the product before it: "gac wine"."""
    ends = {match.end: match for match in found if match.kinds}
    taken = {at for match in found for at in range(match.start, match.end)}
    goods = list(found)
    for at, word in enumerate(words):
        product = ends.get(at)
        last = at + 1 == len(words) or words[at + 1].broken
        if product is None or word.broken or not last or word.plain not in _MADE:
            continue
        category = lexicon.kinds[product.kinds[0]].category
        key = next((key for trades, key in _MADE[word.plain] if category in trades), "")
        if key not in lexicon.index:
            continue
        kinds = (lexicon.index[key],)
        if at in taken:
            goods = [replace(m, kinds=kinds) if (m.start, m.end) == (at, at + 1) else m for m in goods]
        else:
            goods.append(Match(at, at + 1, kinds))
    return sorted(goods, key=lambda match: match.start)
