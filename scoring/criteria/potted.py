"""Flowers and trees wanted made up in pots: whether the plants offered are in one, and how many stems it has.

Plants lifted with their root balls, or grown in bags, are put into pots by whoever buys them; cut stems are
another form (see ``other_cuts``).
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.choices import NAMED
from scoring.criteria.measures import OF_ANY, measures
from scoring.criteria.own_text import own_text
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs
from scoring.product import Relation
from scoring.product.make_up import POTTED, UNPOTTED, pots_them, unpotted
from scoring.records import Demand

_CATEGORIES = frozenset(("flower", "seedling"))
_STEMS = re.compile(
    r"(?<![\d.,])(\d{1,2})(?: ?[-–] ?(\d{1,2}))? "
    r"(cành|ngồng|cần|nhánh|canh|ngong|nhanh|stems?|spikes?|branches)(?!\w)",
    re.IGNORECASE,
)
_OF_POTS = re.compile(r"\b(?:chậu|ghép|chau|ghep|pot(?:ted|s)?)\b", re.IGNORECASE)
_MEASURED = ("canh/chau", f"canh{OF_ANY}")
Range = tuple[int, int]


def pot_facts(pairs: Pairs, i: int) -> Facts:
    """Of plants wanted in pots ``unpotted``, the seller's words that they are in none, or ``pot_unsaid``, the
    buyer's words of which the offer says nothing; ``stems`` of a pot, wanted and offered, that differ."""
    kind = int(pairs.demands.kind[pairs.d[i]])
    if kind < 0 or pairs.context.lexicon.kinds[kind].category not in _CATEGORIES:
        return {}
    if int(pairs.relation[i]) not in (*NAMED, Relation.SIBLING):
        return {}
    offer, demand = pairs.offer(i), pairs.demand(i)
    if not pairs.demands.make_up[pairs.d[i]] & POTTED:
        return {}
    asks, says = _asked(demand), own_text(offer)
    if pairs.offers.make_up[pairs.o[i]] & UNPOTTED:
        return {"unpotted": unpotted(says) or offer.unit}
    if pots_them(says):
        return {}
    wanted, given = stems(asks), stems(says)
    if any(each.dimension in _MEASURED for each in measures(demand.spec)):
        return {}  # compared with the specification
    if wanted and given and not any(low <= high_ and low_ <= high for low, high in wanted
                                    for low_, high_ in given):  # fmt: skip
        return {"stems": [_words(asks), _words(says)]}
    if not wanted or given or not stems(demand.product):  # what a specification says is asked there
        return {}
    return {"pot_unsaid": _words(asks)}


def in_no_pot(pairs: Pairs) -> Bools:
    """Plants told to be in no pot where potted ones are wanted: they rank behind these."""
    asks, says = pairs.demands.make_up[pairs.d] & POTTED, pairs.offers.make_up[pairs.o] & UNPOTTED
    return np.asarray((asks != 0) & (says != 0))


def tell_pots(facts: Facts, pots: Facts) -> None:
    """Adds the facts of pots, and takes out what asks or tells the same in other words."""
    facts |= pots
    if "unpotted" not in pots:
        return
    for name in ("unsaid", "own_words"):
        facts.pop(name, None)
    rows = facts.get("spec") or ()
    facts["spec"] = [row for row in rows if not _OF_POTS.search(row["asks"])]


def _asked(demand: Demand) -> str:
    return "; ".join(filter(None, (demand.product, demand.spec, demand.description)))


@lru_cache(maxsize=16_384)
def stems(text: str) -> tuple[Range, ...]:
    """The numbers of stems that a text names."""
    return tuple((int(each[1]), int(each[2] or each[1])) for each in _STEMS.finditer(text))


def _words(text: str) -> str:
    """The first number of stems, as a text writes it, with the pot before it."""
    found = _STEMS.search(text)
    if not found:
        return ""
    before = re.search(r"(?:chậu|chau|pots? of)(?: \w+)? $", text[: found.start()], re.IGNORECASE)
    return f"{before[0] if before else ''}{found[0]}"
