"""What a name of goods says beyond the main name of their kind: the kind alone does not say it."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.unsaid import FROZEN, MIN_LETTERS, NOT_TOLD, nearest_item, told_of_goods
from scoring.product import Lexicon
from scoring.records import Demand, Offer
from scoring.regions import is_region
from scoring.units import fold


def made_of_words(lexicon: Lexicon, offer: Offer, demand: Demand, kind: int, offered: int) -> list[str]:
    """What a name of a kind says beyond its main one, where the demand names it so and the offer does not:
    "nước mắm" does not say that it is "nước mắm cá cơm", nor "dưa lưới" that its flesh is orange, though the
    table calls both so. Of a variety that is offered no more is asked than its name leaves open."""
    if lexicon.kinds[kind].form != "processed" and offered != kind:
        return []
    longer = _longer_names(lexicon, kind)
    if not longer:
        return []
    wanted = fold(nearest_item(demand.product, offer.product))
    told = fold(" ".join((offer.product, offer.description, offer.grade, offer.packaging, offer.remarks)))
    found = (more for name, more in longer if f" {name} " in f" {wanted} " and more not in told)
    longest = max(found, key=len, default="")
    at = wanted.find(longest) if longest else -1
    return [" ".join(demand.product.split())[at : at + len(longest)]] if at >= 0 else []


@lru_cache(maxsize=4_096)
def _longer_names(lexicon: Lexicon, kind: int) -> tuple[tuple[str, str], ...]:
    """Names of goods that run on from the main one, folded, with what they add; no places nor forms."""
    goods = lexicon.kinds[kind]
    made, main = goods.form == "processed", fold(goods.name_vi)
    names = [(fold(name), name) for name in goods.synonyms_vi if fold(name).startswith(f"{main} ")]
    return tuple(
        (name, more)
        for name, written in names
        if (more := name.removeprefix(f"{main} "))
        and len(more) >= MIN_LETTERS
        and not set(more.split()) <= NOT_TOLD
        and tuple(more.split()) not in lexicon.places
        and not is_region(more)
        and (made or _tells_more(" ".join(written.split()[len(main.split()) :])))
    )


_GRADED = re.compile(r"\b(?:loại|hạng) \d", re.IGNORECASE)  # which is asked as a grade


def _tells_more(words: str) -> bool:
    """Whether words behind a name tell of the goods themselves, and no state, grade or region."""
    return not (FROZEN.search(words) or _GRADED.search(words)) and bool(told_of_goods(words).strip(" ;"))
