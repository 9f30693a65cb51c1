"""How far coffee is worked up, where the words of both sides tell it: cherries as they were picked, beans in
parchment, green beans, roasted ones. The table tells these apart by names alone; a specification, a
description or a grade says it too ("nhân xanh sàng 16", "quả chín đỏ trên 95%")."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Bools
from scoring.criteria.choices import NAMED
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.exclusions import asked_text
from scoring.pairs import Pairs
from scoring.product import Lexicon, Relation
from scoring.records import Demand, Offer
from scoring.units import fold

_RIGHT = (*NAMED, Relation.SIBLING)
_PERISHES = 7  # days; beans keep for months, cherries for a day or two
Stages = frozenset[str]
# From the last stage to the first: a green bean came from a cherry, and is one no more.
_STAGES = (
    (
        "roasted",
        r"(?<!chua )(?<!khong )(?<!chua qua )\brang\b|\brang xay\b|\bxay\b(?! xat)|"
        r"\bbot\b|\bpha phin\b|(?<!un)\broast(?:ed)?\b|\bground\b",
    ),
    (
        "green",
        r"\bnhan (?:xanh|xo|song|tho|kho|chua rang)\b|"
        r"\b(?:ca phe|cafe|cf|ca|hat|voi|che|arabica|robusta) nhan\b|"
        r"\bnhan (?:ca phe|cafe|arabica|robusta|che|voi)\b|^nhan\b|\bchua (?:qua )?rang\b|"
        r"\bunroasted\b|\b(?:s|sang|screen) ?1[3-8]\b|"
        r"\bgreen (?:\w+ )?(?:beans?|coffee)\b|\bgreen$|\braw (?:coffee )?beans?\b",
    ),
    ("parchment", r"\bthoc\b|\bparchment\b|\bvo trau\b"),
    (
        "picked",
        r"\b(?:qua|trai) (?!cay)(?:ca phe )?(?:[a-z]+ ){0,2}?(?:tuoi|chin)\b|"
        r"\b(?:ca phe|cafe) (?:[a-z]+ ){0,2}?tuoi\b(?! \d)|"
        r"\bcherr(?:y|ies)\b|\b(?:qua|trai) (?:vua |moi )hai\b",
    ),
)
_FOUND = tuple((stage, re.compile(words)) for stage, words in _STAGES)
# What beans were made or chosen from, and what fruit looks or smells of, is not what is sold.
_FROM = re.compile(
    r"\b(?:(?:lam|che bien|say|phoi|rang|san xuat) )?(?:tu|bang|chon|chon loc|lua|hai(?: chon| tay| tia)?|"
    r"from|of|made with)"
    r" (?:100 ?% |toan |nhung |nguon )?(?:qua|trai|ripe|red|fresh|cherr)[^,;.()]*|\bvo (?:qua|trai)[^,;.()]*|"
    r"\b(?:huong|vi|mui|notes? of|hint of) (?:\w+ )?(?:qua|trai|cherr)[^,;.()]*"
)
_BEANS = frozenset(("090111", "090112", "090121", "090122"))  # no husk tea, and none that is dissolved
_ITEMS = re.compile(r"[,;/+&.()]|\b(?:va|hoac|hay|or|and)\b")


@once
def other_stage(pairs: Pairs) -> Bools:
    """Coffee at a stage that the buyer does not ask for, both sides saying which they mean."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    rows = np.flatnonzero(np.isin(pairs.relation, _RIGHT) & of_coffee(pairs))
    asks = {d: demand_stages(pairs.demands.records[d]) for d in np.unique(pairs.d[rows]).tolist()}
    rows = rows[[bool(asks[d]) for d in pairs.d[rows].tolist()]]
    says = {o: offer_stages(pairs.offers.records[o]) for o in np.unique(pairs.o[rows]).tolist()}
    for i in rows.tolist():
        has = says[int(pairs.o[i])]
        mask[i] = bool(has) and not has & asks[int(pairs.d[i])]
    return mask


def of_coffee(pairs: Pairs) -> Bools:
    """Pairs of which both sides are of coffee, as beans or fruit."""
    coffee = _coffee(pairs.context.lexicon)
    return np.asarray(coffee[pairs.demands.kind[pairs.d]] & coffee[pairs.offers.kind[pairs.o]])


def stage_facts(pairs: Pairs, i: int) -> Facts:
    """The stages that the words of the two sides name, of coffee of different forms."""
    coffee = _coffee(pairs.context.lexicon)
    one, other = int(pairs.demands.kind[pairs.d[i]]), int(pairs.offers.kind[pairs.o[i]])
    if not (coffee[one] and coffee[other]) or int(pairs.relation[i]) > Relation.OTHER_FORM:
        return {}
    asks, says = demand_stages(pairs.demand(i)), offer_stages(pairs.offer(i))
    if asks & says:
        return {}
    told: Facts = {"demanded_form": next(iter(asks))} if len(asks) == 1 else {}
    if len(says) == 1:
        told |= {"offered_form": next(iter(says)), "offered_form_unsaid": False}
    return told if int(pairs.relation[i]) == Relation.OTHER_FORM or (asks and says) else {}


def demand_stages(demand: Demand) -> Stages:
    """The stages of coffee that a demand asks for by its name, else by its specification; none where it says
    none."""
    named = stages(demand.product)
    told = "; ".join(asked_text(demand, text) for text in (demand.spec, demand.description))
    return named or stages(told)


def offer_stages(offer: Offer) -> Stages:
    """The same of an offer. Fruit told by its ripeness alone is sold as such where it keeps for days only."""
    named = stages(offer.product) or stages("; ".join((offer.description, offer.grade, offer.remarks)))
    if named != {"picked"} or stages(offer.product):
        return named
    keeps = offer.shelf_life_days
    sold = re.search(
        r"\b(?:tuoi|ban (?:qua|trai)|fresh)\b", _FROM.sub(" ", fold(f"{offer.description}; {offer.grade}"))
    )
    return named if sold or (keeps is not None and keeps <= _PERISHES) else frozenset()


@lru_cache(maxsize=32_768)
def stages(text: str) -> Stages:
    """The stages that a text of coffee names, each item of a list for itself.

    >>> sorted(stages("Cà phê chè quả tươi chín")), sorted(stages("nhân xanh chế biến từ quả chín"))
    (['picked'], ['green'])
    """
    plain = _FROM.sub(" ", fold(text))
    items = (item.strip() for item in _ITEMS.split(plain))
    return frozenset(stage for item in items if (stage := _stage(item)))


def _stage(item: str) -> str:
    return next((stage for stage, words in _FOUND if words.search(item)), "")


@lru_cache(maxsize=8)
def _coffee(lexicon: Lexicon) -> Bools:
    """The kinds of coffee as beans or fruit; last, for a kind that is not known, False."""
    flags = [
        kind.category == "coffee" and kind.hs6 in _BEANS and kind.rank != "family" for kind in lexicon.kinds
    ]
    return np.array([*flags, False], dtype=np.bool_)


_SPECIES = {
    "Arabica": re.compile(r"\b(?:arabica|(?:ca phe|cafe|cf) che|catimor|typica|bourbon)\b"),
    "Robusta": re.compile(r"\b(?:robusta|(?:ca phe|cafe|cf|nhan) voi)\b"),
    "Liberica": re.compile(r"\b(?:liberica|(?:ca phe|cafe|cf) mit)\b"),
}


def species(wanted: str, offered: str) -> list[str]:
    """The species of coffee that both sides name, the offered one first, where they differ."""
    asks, has = (
        [name for name, words in _SPECIES.items() if words.search(fold(text))] for text in (wanted, offered)
    )
    return [has[0], asks[0]] if asks and has and set(asks).isdisjoint(has) else []
