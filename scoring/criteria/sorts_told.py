"""What an account tells of goods by the marks that both sides name: other sorts, grades and degrees."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.all_wanted import beyond_bracket
from scoring.criteria.choices import NAMED
from scoring.criteria.spec_words import vietnamese
from scoring.criteria.verdict import Facts
from scoring.marks.comparing import (
    apart,
    asked_marks,
    degrees_apart,
    graded_apart,
    named_alone,
)
from scoring.marks.mark import VARIETY, Mark
from scoring.no_cultivar import code_alone, cultivar_open, spaced
from scoring.pairs import Pairs
from scoring.product import Lexicon, Relation
from scoring.product.relation import state
from scoring.records import Demand, Offer
from scoring.units import fold

_EITHER = re.compile(r"\s(?:hoặc|hoac|hay|or)\s", re.IGNORECASE)
_CHOICE = re.compile(r"/|\b(?:hoặc|hoac|hay|or)\b", re.IGNORECASE)
_OPENS = re.compile(r"^(?:giống|giong|loại|loai|cây giống)\s", re.IGNORECASE)


def marks_told(pairs: Pairs, i: int) -> Facts:
    """``named_apart``: the words by which each side names another sort, and whether they are places;
    ``demanded_grade`` and ``offered_grade`` that differ by name; ``degrees_apart``: the degrees asked for and
    those offered, where they do not meet; ``unsaid_sorts``: what the buyer alone names his goods by."""
    lexicon, relation, demand = pairs.context.lexicon, int(pairs.relation[i]), pairs.demand(i)
    if relation != Relation.SIBLING and relation not in NAMED:
        return {}
    kind = int(pairs.demands.kind[pairs.d[i]])
    asks, says = _marks(pairs, i)
    given = int(pairs.offers.kind[pairs.o[i]])
    if not asks:
        return {} if relation == Relation.SIBLING else _open(pairs, i, kind, given)
    if relation == Relation.SIBLING:
        found = apart(lexicon, asks, says) or graded_apart(asks, says)
        named = found and {
            "asks": list(found.asks),
            "offered": list(found.offered),
            "by_place": found.by_place,
        }
        return {"named_apart": named} if named else {}
    facts: Facts = {}
    if grade := graded_apart(asks, says):
        facts = {"demanded_grade": list(grade.asks), "offered_grade": list(grade.offered)}
    if degrees := degrees_apart(asks, says):
        facts["degrees_apart"] = list(degrees)
    if _CHOICE.search(demand.product):  # each is but one of several
        return facts
    by_name = _by_name(lexicon, demand.product, demand.remarks, kind)
    named = dict.fromkeys(named_alone(by_name, says))
    alone = [words for words in named if not _is_told(lexicon, words, pairs.offer(i), given)]
    alone = beyond_bracket(alone, demand.product, pairs.offer(i).product)
    open_ = _open(pairs, i, kind, given)
    if alone:
        return facts | open_ | {"unsaid_sorts": alone}
    if open_:
        return facts | open_
    return facts | _proof(pairs, i, says)


def _open(pairs: Pairs, i: int, kind: int, given: int) -> Facts:
    """``unsaid_sorts``: the cultivar wanted, of which an offer's name tells nothing; ``by_code``: the code of
    a selection that it names instead."""
    lexicon, offer = pairs.context.lexicon, pairs.offer(i)
    words = cultivar_open(lexicon, pairs.demand(i), offer, kind, given)
    if not words:
        return {}
    code = code_alone(lexicon, given, offer, words)
    return {"unsaid_sorts": [words]} | ({"by_code": code} if code else {})


def _proof(pairs: Pairs, i: int, says: tuple[Mark, ...]) -> Facts:
    """``offered_sorts``: the words beside a name that tell no cultivar, or another, by which its goods are of
    the one wanted: the "Monthong" of "sầu riêng Khánh Sơn"."""
    kind, given = int(pairs.demands.kind[pairs.d[i]]), int(pairs.offers.kind[pairs.o[i]])
    if int(pairs.relation[i]) not in NAMED[:2] or min(kind, given) < 0:
        return {}
    lexicon = pairs.context.lexicon
    if kind in (given, *lexicon.ancestors(given)):
        return {}
    name = f" {spaced(pairs.offer(i).product)} "
    found = [
        mark.words
        for mark in says
        if mark.line == VARIETY
        and any(kind in (int(each), *lexicon.ancestors(int(each))) for each in mark.meant)
        and f" {spaced(mark.words)} " not in name
    ]
    return {"offered_sorts": found[:1]} if found else {}


def other_cultivar(pairs: Pairs, i: int) -> bool:
    """Whether both sides name a cultivar, and another one, whatever place they name beside it."""
    found = apart(pairs.context.lexicon, *_marks(pairs, i))
    return found is not None and not found.by_place


def _marks(pairs: Pairs, i: int) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks asked for and those offered."""
    demands, offers = pairs.demands, pairs.offers
    return demands.mark_sets[demands.marks[pairs.d[i]]], offers.mark_sets[offers.marks[pairs.o[i]]]


@lru_cache(maxsize=8_192)
def _by_name(lexicon: Lexicon, product: str, remarks: str, kind: int) -> tuple[Mark, ...]:
    """The marks that a demand's name alone holds."""
    return asked_marks(lexicon, Demand(id="", product=product, remarks=remarks), kind)


def _is_told(lexicon: Lexicon, words: str, offer: Offer, kind: int) -> bool:
    """Whether an offer's other words, or the names of its kind, hold the words."""
    line = (kind, *lexicon.ancestors(kind)) if kind >= 0 else ()
    told = (offer.product, offer.description, offer.grade, offer.remarks, offer.packaging, offer.producer)
    own, asks = spaced("; ".join((*told, *(lexicon.kinds[k].name_vi for k in line)))), spaced(words)
    return f" {asks} " in f" {own} " or f" {vietnamese(asks)} " in f" {vietnamese(own)} "


def chosen_by_name(clause: str, offer: Offer) -> bool:
    """Whether a clause names several sorts any of which will do, and an offer's name holds one of them."""
    choices = _EITHER.split(_OPENS.sub("", clause.strip()))
    name = f" {fold(offer.product)} {fold(offer.description)} "
    return len(choices) > 1 and any(f" {fold(each)} " in name for each in choices if each.strip())


# Goods that are dried or milled of which varieties are sold all the same.
_OF_VARIETIES = ("rice", "grain", "pulse", "coffee")
# Goods that nobody grows or breeds, fresh or alive as they may be: caught, laid, milked and made ones.
_OF_NO_VARIETY = frozenset(
    ("seafood", "seaweed", "egg", "dairy", "bee product", "noodle", "prepared food", "health", "condiment",
     "packaging", "household", "machinery", "farm input", "feed", "construction", "fibre", "service")
)  # fmt: skip


@lru_cache(maxsize=8_192)
def by_sort(lexicon: Lexicon, kind: int) -> bool:
    """Whether goods are told apart by what they are made up of or how, and not by their variety: cuts of
    cinnamon, fish, eggs."""
    entry = lexicon.kinds[kind] if kind >= 0 else None
    if entry is None or entry.category in _OF_NO_VARIETY:
        return entry is not None
    return state(entry) in ("dried", "frozen") and entry.category not in _OF_VARIETIES
