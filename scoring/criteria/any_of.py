"""Goods of which a buyer takes any of several sorts, where the offer names none: the sorts are asked as one.

"Sầu riêng Dona, Ri6" is met by either: of durian that names no sort it is asked whether it is Dona or Ri6.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.choices import NAMED
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Lexicon
from scoring.product.normalise import syllables
from scoring.records import Offer
from scoring.units import fold

_BETWEEN = re.compile(
    r"\s*(?:[,;&+]|/(?!\s*(?:kg|\d+\s*(?:kg|g|ml)))|\b(?:và|va|hoặc|hoac|hay|and|or)\b)\s*", re.IGNORECASE
)


def any_of_facts(pairs: Pairs, i: int, facts: Facts) -> Facts:
    """``any_of``: the sorts of one product that the buyer lists, where the offer's words name none and one is
    asked; ``unsaid`` without the words of these sorts, and without those of other goods that he lists."""
    open_ = facts.get("unsaid") or ()
    if not open_ or not facts.get("demanded_listed") or facts.get("demanded_set"):
        return {}
    given = int(pairs.offers.kind[pairs.o[i]])
    if int(pairs.relation[i]) not in NAMED or given < 0 or facts.get("demanded_sorts"):
        return {}
    items = _items(pairs.demand(i).product)
    named = [_beside(pairs.context.lexicon, given, item) for item in items]
    if len(items) < 2 or not any(named):
        return {}
    meant = [words for words in named if words]
    own = _said(pairs.offer(i))
    told = [words for words in meant if f" {fold(words)} " in own]
    others = [words for words in meant if _holds_any(words, open_)]
    if not others:
        return {}
    item = str(facts.get("demanded_item") or "")
    ended = item if fold(item) not in fold(pairs.demand(i).product) else ""  # what ends a list goes for each
    left = [
        each for each in open_
        if _holds_any(ended, [each]) or not any(_holds_any(words, [each]) for words in meant)
    ]  # fmt: skip
    found: Facts = {"unsaid": left}
    if len(meant) == len(items) and not told and _of_one_product(pairs, i, given):
        found["any_of"] = meant
    elif told or len(meant) == len(items):
        return {}
    return found


@lru_cache(maxsize=8_192)
def _items(product: str) -> tuple[str, ...]:
    """The goods that a name lists, as they are written; none of a name with a bracket, whose list is its."""
    if "(" in product:
        return ()
    return tuple(item.strip(" .-") for item in _BETWEEN.split(product) if item.strip(" .-"))


@lru_cache(maxsize=16_384)
def _beside(lexicon: Lexicon, kind: int, item: str) -> str:
    """What an item names beside the product that a kind is of: "Ri6" of "sầu riêng Ri6"; "" where that is all
    that it names."""
    line = [lexicon.kinds[each] for each in (kind, *lexicon.ancestors(kind))]
    known = {word for entry in line for word in fold(f"{entry.name_vi} {entry.name_en}").split()}
    words = syllables(item)
    first = next((n for n, word in enumerate(words) if word.plain not in known), len(words))
    return " ".join(word.raw for word in words[first:])


def _of_one_product(pairs: Pairs, i: int, given: int) -> bool:
    """Whether all goods that a demand lists are of the product that is offered."""
    signs = pairs.demands.texts.signs
    sign = int(pairs.demands.texts.sign[pairs.demands.text[pairs.d[i]]])
    kinds = [int(kind) for kind in signs.kinds[sign] if kind >= 0]
    return all(pairs.context.lexicon.one_product(kind, given) for kind in kinds)


@lru_cache(maxsize=16_384)
def _of_text(text: str) -> str:
    return f" {' '.join(word.plain for word in syllables(text))} "


def _said(offer: Offer) -> str:
    """All words of an offer that may name its sort."""
    told = (offer.product, offer.description, offer.grade, offer.packaging, offer.remarks)
    return _of_text(" ; ".join(filter(None, told)))


def _holds_any(words: str, parts: list[str] | tuple[str, ...]) -> bool:
    plain = f" {fold(words)} "
    return any(f" {fold(each)} " in plain or plain in f" {fold(each)} " for each in parts)
