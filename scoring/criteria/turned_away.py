"""Whether what an offer says of its goods is what the buyer writes that he will not have."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from scoring.criteria.meaning import plain_of, without_denials
from scoring.exclusions import asked_text, is_name, refused_by
from scoring.records import Demand, Offer
from scoring.units import fold


@lru_cache(maxsize=65_536)
def sort_refused(name: str, more: str, product: str, wanted: str, goods: tuple[str, ...]) -> str:
    """The words of an offer, called ``name``, by which its goods are a sort that a buyer of ``product``
    refuses; "" where they are none. ``wanted``: what he asks, of which an offer may have a sort too."""
    own, nouns = fold(product).split(), set(fold(product).split())
    told = f"{name}; {more}"
    if _takes(own, fold(wanted), fold(told)) or re.search(r"[,;+&]|/(?=\s*[^\W\d]{3})", name):
        return ""
    for words in goods:
        plain, found = fold(words).split(), ""
        if set(plain) <= nouns:
            continue
        if len(plain) > 1 and plain[0] in nouns:
            sort = words if plain[1] in nouns or stands(words, told) else " ".join(words.split()[:2])
            found = stands(sort, told, alone=True) or _but_noun(words, name, nouns)
        elif plain[-1] in nouns or (len(plain) == 1 and len(words) > 2 and is_name(words)):
            found = stands(words, name)
        if found:
            return found
    return ""


def _but_noun(words: str, told: str, nouns: set[str]) -> str:
    """What two words or more say of refused goods, of goods called otherwise: "ướp đá" of "cá ướp đá"."""
    rest = [word for word in words.split() if fold(word) not in nouns]
    return stands(" ".join(rest), told) if len(rest) > 1 else ""


def _takes(own: list[str], wanted: str, told: str) -> bool:
    """Whether an offer names a sort by two words that a buyer asks for, the first of them his goods'."""
    asked = wanted.split()
    pairs = {f"{one} {other}".strip(",;.()") for one, other in pairwise(asked) if one in own}
    named = {f"{one} {other}" for one, other in pairwise(own)}
    return any(re.search(rf"\b{re.escape(pair)}\b", told) for pair in pairs - named if pair[-1:].isalnum())


_COMPARED = re.compile(r"\b(?:hon|khac|thay|nhu|giong nhu|chu|phai|unlike|than|not|no|chong)$")


_BESIDES = re.compile(r"\b(?:con|co|ca|them|va|kem|also|and)$")  # sold beside the goods offered


def stands(words: str, told: str, alone: bool = False) -> str:
    """Words where a text says them of its goods, as they stand there; "" where it denies or compares;
    ``alone``: of goods that are not sold beside those."""
    told = " ".join(told.split())
    plain, own = fold(words), fold(told)
    if not re.search(rf"\b{re.escape(plain)}\b", without_denials(plain_of(told))):
        return ""
    for found in re.finditer(rf"\b{re.escape(plain)}\b", own):
        as_told = told[found.start() : found.end()] if len(own) == len(told) else words
        marked = words.isascii() or as_told.isascii() or as_told.lower() == words.lower()
        before = own[: found.start()].rstrip()
        if marked and not _COMPARED.search(before) and not (alone and _BESIDES.search(before)):
            return as_told
    return ""


def offer_words(offer: Offer) -> str:
    """What an offer says of its goods behind their name."""
    return "; ".join(filter(None, (offer.description, offer.grade, offer.remarks)))


def excluded(offer: Offer, demand: Demand) -> str:
    """The words by which an offer is of a sort that the demand refuses; "" where it is not."""
    goods = tuple(name for each in refused_by(demand) for name in each.goods)
    if not goods:
        return ""
    wanted = f"{demand.product}; {asked_text(demand, demand.spec)}"
    return sort_refused(offer.product, offer_words(offer), demand.product, wanted, goods)


def refused_in(goods: str, told: str, demand: Demand) -> str:
    """The words of an offer that say its goods are what is refused, or a sort of it: "gừng trâu" of "gừng
    trâu củ to"."""
    if found := stands(goods, told) if len(goods) > 2 else "":
        parts = (part.strip() for part in re.split(r"[;,]", told) if not goods.count(" "))
        return next((part for part in parts if stands(goods, part)), found)
    words, own = goods.split(), fold(demand.product).split()
    if fold(words[0]) in own and (found := _but_noun(goods, told, set(own))):
        return found
    sort = " ".join(words[:2])
    return (
        stands(sort, told) if len(words) > 2 and {fold(w) in own for w in words[:2]} == {True, False} else ""
    )
