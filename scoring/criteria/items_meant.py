"""Which of the goods that a demand lists an offer answers: each item has its own words, kind and form."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from scoring.columns.demands import demand_text
from scoring.pairs import Pairs
from scoring.product import Form, ProductMatcher, ProductText, Relation
from scoring.product.forms import FORM_WORDS
from scoring.product.relation import traded_form
from scoring.units import fold

_KEPT = (Form.DRIED, Form.FROZEN)


class Item(NamedTuple):
    """One of several goods: its words, its kind, and the form told of it; ``last``: the words that end the
    list, where they tell a form that may go for the items before them too."""

    words: str
    kind: int
    form: Form
    last: str = ""


def item_meant(pairs: Pairs, i: int) -> Item | None:
    """The item of the demand's list that the offer answers; None where the demand lists no goods by name."""
    texts, row = pairs.demands.texts, int(pairs.d[i])
    sign = int(texts.sign[pairs.demands.text[row]])
    if not texts.signs.listed[sign]:
        return None
    items = _items(pairs.context.matcher, demand_text(pairs.demand(i)))
    if not items:
        return None
    offered, other = pairs.offers.texts, int(pairs.o[i])
    signs, given = offered.signs, int(offered.sign[pairs.offers.text[other]])
    kinds = [kind for kind in signs.kinds[given].tolist() if kind >= 0]
    if not kinds:
        return None
    form = int(offered.form[pairs.offers.text[other]])
    wanted = np.repeat(np.array([item.kind for item in items], dtype=np.int32), len(kinds))
    nearest = pairs.context.matcher.relations(wanted, np.array(kinds * len(items), dtype=np.int32))
    by_item = nearest.reshape(len(items), len(kinds)).min(axis=1).tolist()
    at = min(range(len(items)), key=lambda n: (by_item[n], items[n].form != form, n))
    several = by_item.count(by_item[at]) > 1 and by_item[at] in (Relation.GENERIC, Relation.SIBLING)
    if by_item[at] > Relation.OTHER_FORM or several:
        return None
    return items[at]  # "sầu riêng" may be either of "Dona, Ri6"


@lru_cache(maxsize=8_192)
def _items(matcher: ProductMatcher, text: ProductText) -> tuple[Item, ...]:
    """The items of a list, in their order."""
    reading = matcher.reading(text)
    if not reading.items:
        return ()
    each = zip(reading.items, reading.kinds, reading.forms, strict=True)
    items = [Item(words, kind, form) for words, kind, form in each]
    told = items[-1].form or traded_form(matcher.lexicon.kinds[items[-1].kind])
    last = _words_of(told, items[-1].words) if told in _KEPT else ""
    return tuple(
        item._replace(last=last)
        if last and item.form is Form.NONE and traded_form(matcher.lexicon.kinds[item.kind]) is Form.FRESH
        else item
        for item in items
    )


def _words_of(form: Form, words: str) -> str:
    """The words by which an item tells a form, as they are written; "" where it tells none."""
    plain = fold(words)
    told = [text for text in FORM_WORDS[form] if f" {fold(text)} " in f" {plain} "]
    longest = fold(max(told, key=len, default=""))
    at = f" {plain} ".find(f" {longest} ") if longest else -1
    return " ".join(words.split())[at : at + len(longest)] if at >= 0 else ""
