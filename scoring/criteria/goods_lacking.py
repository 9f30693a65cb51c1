"""Which of several goods that a buyer lists an offer has not, and where its own note lists other goods."""

from __future__ import annotations

import re

import numpy as np

from scoring.columns.demands import demand_text
from scoring.columns.offers import offer_text
from scoring.criteria.choices import NAMED
from scoring.criteria.naming import ALL
from scoring.criteria.verdict import Facts
from scoring.cultivar import CULTIVAR_CATEGORIES
from scoring.no_cultivar import spaced
from scoring.pairs import Pairs
from scoring.product import Lexicon
from scoring.product.listing import goods_listed
from scoring.records import Offer
from scoring.units import fold

_CHOICE = re.compile(r"\b(?:hoac|hay|or)\b|/")

MOST_TOLD = 3  # goods of a list that an offer of one of them has not


def lacking_facts(pairs: Pairs, i: int, facts: Facts) -> Facts:
    """``not_offered``: the goods of the buyer's list that are none of those of an offer that has some of
    them, and ``wanted_goods``, how many he lists; ``listed_otherwise``: a note that names others than the
    name does, with the goods of the list that it leaves out."""
    if facts.get("demanded_listed") != ALL or facts.get("demanded_set") or facts.get("offered_set"):
        return {}
    if holds := facts.get("holds_all"):
        return otherwise(pairs.offer(i), holds)
    single = bool(facts.get("demanded_item")) and not facts.get("offered_listed")
    if not (facts.get("fits") or single) or _CHOICE.search(fold(pairs.demand(i).product)):
        return {}
    matcher, offer = pairs.context.matcher, pairs.offer(i)
    asks, has = matcher.reading(demand_text(pairs.demand(i))), matcher.reading(offer_text(offer))
    named = asks.items or asks.sorts
    written = has.items or has.sorts or tuple(goods_listed(offer.product, False))
    if single and _may_choose(matcher.lexicon, asks.kinds):
        return {}
    known = bool(has.kinds) and (single or len(written) == len(has.kinds))
    if len(named) < 2 or len(named) != len(asks.kinds) or not known:
        return {}  # of goods that are not all known nothing is said to be lacking
    given = np.array(has.kinds, dtype=np.int32)
    told = spaced("; ".join((offer.product, offer.description, offer.remarks, offer.note)))
    lacks = [
        words
        for words, kind in zip(named, asks.kinds, strict=True)
        if not np.isin(matcher.relations(np.full_like(given, kind), given), NAMED).any()
        and f" {spaced(words)} " not in f" {told} "
    ]
    if not lacks or len(lacks) == len(named) or (single and len(lacks) > MOST_TOLD):
        return {}
    return {"not_offered": lacks, "wanted_goods": len(named)}


def _may_choose(lexicon: Lexicon, kinds: tuple[int, ...]) -> bool:
    """Whether goods listed are cultivars of one product, of which either may do: "cam sành, cam V2"."""
    grown = lexicon.kinds[kinds[0]].category in CULTIVAR_CATEGORIES
    return grown and all(lexicon.one_product(kinds[0], each) for each in kinds[1:])


def otherwise(offer: Offer, holds: list[str]) -> Facts:
    """``listed_otherwise`` of an offer whose note or description lists some of the goods of its name, leaves
    one of them out and names another: "bắp cải, cải mèo, su su" beside a name with cải thảo."""
    name = f" {spaced(offer.product)} "
    for text in (offer.note, offer.description):
        items = goods_listed(text.strip(" ."), False)
        plain = [f" {spaced(each)} " for each in items]
        known = [each in name for each in plain]
        left = [each for each in holds if not any(f" {spaced(each)} " in one for one in plain)]
        if left and sum(known) > 1 and not all(known):
            return {"listed_otherwise": {"words": text.strip(" ."), "leaves_out": left}}
    return {}
