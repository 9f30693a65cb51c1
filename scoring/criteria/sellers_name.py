"""What of the goods asked for stands in a seller's own name alone: it tells nothing surely, and is shown."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.unsaid import NOT_TOLD
from scoring.criteria.verdict import Facts
from scoring.records import Offer
from scoring.units import fold

_WORD = re.compile(r"\w+")


def in_sellers_name(offer: Offer, asks: str, facts: Facts, general: bool) -> Facts:
    """``sellers_name``: the words of a seller's name that say what his offer leaves open: of ``unsaid``, or
    of the name asked for where the goods offered are more ``general``."""
    if not offer.producer:
        return {}
    found = [words for each in facts.get("unsaid") or () if (words := _within(each, offer.producer))]
    if not found and general and not facts.get("unsaid"):
        found = [words for words in [_run(asks, offer.product, offer.producer)] if words]
    return {"sellers_name": found} if found else {}


def _within(words: str, producer: str) -> str:
    """Some words as they stand in a name; "" where they do not."""
    bare = words.isascii() or producer.isascii()
    wanted, own = _plain(words, bare), _plain(producer, bare)
    if not wanted or wanted[0] not in own:
        return ""
    at = next((n for n in range(len(own)) if own[n : n + len(wanted)] == wanted), -1)
    return " ".join(_WORD.findall(producer)[at : at + len(wanted)]) if at >= 0 else ""


@lru_cache(maxsize=16_384)
def _run(asks: str, product: str, producer: str) -> str:
    """The longest run of words of a name asked for that a seller's name holds and that of his goods not."""
    own, words = set(_plain(product, True)), _WORD.findall(asks)
    plain = [fold(word) for word in words]
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            run = plain[start : start + length]
            if own.isdisjoint(run) and not NOT_TOLD.issuperset(run):
                found = _within(" ".join(words[start : start + length]), producer)
                if len(found) > 2:
                    return found
    return ""


@lru_cache(maxsize=16_384)
def _plain(text: str, bare: bool) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text) if bare else text.lower()))
