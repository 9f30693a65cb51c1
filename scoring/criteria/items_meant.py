"""Which of the goods that a demand lists an offer answers: each item has its own words, kind and form."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from scoring.columns.arrays import Bools
from scoring.columns.demands import demand_text
from scoring.criteria.choices import NAMED
from scoring.pairs import Pairs
from scoring.product import Form, Lexicon, ProductMatcher, ProductText, Relation
from scoring.product.forms import FORM_WORDS
from scoring.product.listing import goods_listed
from scoring.product.relation import traded_form
from scoring.units import fold, tidy

_KEPT = (Form.DRIED, Form.FROZEN)
_OF_FORMS = frozenset(
    spelling
    for texts in FORM_WORDS.values()
    for text in texts
    for word in text.split()
    for spelling in (word, fold(word))
)
# Forms that end a list and may go for all of it: "bí đỏ, bí xanh cắt sẵn".
_ENDING = (*_KEPT, Form.PROCESSED)


class Item(NamedTuple):
    """One of several goods: its words, its kind, and the form told of it; ``last``: the words that end the
    list, where they tell a form that may go for the items before them too."""

    words: str
    kind: int
    form: Form
    last: str = ""
    own: frozenset[str] = frozenset()  # the words that no other item has


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
    name = pairs.offer(i).product

    # What it is by its own words goes before what the table says: frozen shrimp have one row.
    named = [_named(item.own, name) for item in items]
    apart = [
        rel > (Relation.CATEGORY if by_name else Relation.OTHER_FORM)
        for rel, by_name in zip(by_item, named, strict=True)
    ]
    at = min(range(len(items)), key=lambda n: (apart[n], not named[n], by_item[n], items[n].form != form, n))
    several = by_item.count(by_item[at]) > 1 and by_item[at] in (Relation.GENERIC, Relation.SIBLING)
    if apart[at] or (several and not named[at]):
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
    split = [_words(item.words) - _OF_FORMS for item in items]
    owned = [each - frozenset().union(*split[:n], *split[n + 1 :]) for n, each in enumerate(split)]
    items = [
        item._replace(own=own, words=with_end(item.words, text.name))
        for item, own in zip(items, owned, strict=True)
    ]
    told = items[-1].form or traded_form(matcher.lexicon.kinds[items[-1].kind])
    last = _words_of(told, items[-1].words) if told in _ENDING else ""
    return tuple(
        item._replace(last=last)
        if last and item.form is Form.NONE and traded_form(matcher.lexicon.kinds[item.kind]) is Form.FRESH
        else item
        for item in items
    )


def with_end(words: str, name: str) -> str:
    """An item that a list writes short, with all that the last one ends in: "khăn thổ cẩm" of "khăn, túi thổ
    cẩm thêu tay" is to be embroidered too."""
    parts = goods_listed(name, False)
    plain, last = fold(words), fold(parts[-1]) if parts else ""
    for part in parts[:-1]:
        if not plain.startswith(f"{fold(part)} ") or len(last) != len(parts[-1]):
            continue
        at = f"{last} ".find(f" {plain[len(fold(part)) + 1 :]} ")
        if at > 0:
            return f"{part}{parts[-1][at:]}"
    return words


@lru_cache(maxsize=65_536)
def _words(name: str) -> frozenset[str]:
    return frozenset(tidy(name).replace(",", " ").split())


@lru_cache(maxsize=65_536)
def _named(own: frozenset[str], name: str) -> bool:
    """Whether a name holds all the words of an item, by their marks where both have any: no "bơ" in "Nam
    Bộ"."""
    bare = name.isascii() or all(word.isascii() for word in own)
    words, wanted = (map(fold, each) if bare else each for each in (_words(name), own))
    return bool(own) and set(wanted) <= set(words)


def in_another_form(pairs: Pairs) -> Bools:
    """Fresh goods for an item of a list that is wanted dried or frozen, though another item is wanted fresh:
    fresh white shrimp for "tôm sú, tôm thẻ đông lạnh"."""
    mask = np.zeros(len(pairs), dtype=np.bool_)
    texts, context = pairs.demands.texts, pairs.context
    listed = texts.signs.listed[texts.sign[pairs.demands.text]]
    right = np.isin(pairs.relation, NAMED) & listed[pairs.d] & ~pairs.demands.takes_raw[pairs.d]
    for d in np.unique(pairs.d[right]).tolist():
        items = _items(context.matcher, demand_text(pairs.demands.records[d]))
        if len({_is_kept(context.lexicon, item) for item in items}) < 2:
            continue
        for i in np.flatnonzero(right & (pairs.d == d)).tolist():
            item = item_meant(pairs, i) if _is_fresh(pairs, i) else None
            mask[i] = item is not None and _is_kept(context.lexicon, item)
    return mask


def _is_kept(lexicon: Lexicon, item: Item) -> bool:
    return (item.form or traded_form(lexicon.kinds[item.kind])) in _KEPT


def _is_fresh(pairs: Pairs, i: int) -> bool:
    kind, texts = int(pairs.offers.kind[pairs.o[i]]), pairs.offers.texts
    told = Form(int(texts.form[pairs.offers.text[pairs.o[i]]]))
    return kind >= 0 and (told or traded_form(pairs.context.lexicon.kinds[kind])) is Form.FRESH


def _words_of(form: Form, words: str) -> str:
    """The words by which an item tells a form, as they are written; "" where it tells none."""
    plain = fold(words)
    told = [text for text in FORM_WORDS[form] if f" {fold(text)} " in f" {plain} "]
    longest = fold(max(told, key=len, default=""))
    at = f" {plain} ".find(f" {longest} ") if longest else -1
    return " ".join(words.split())[at : at + len(longest)] if at >= 0 else ""
