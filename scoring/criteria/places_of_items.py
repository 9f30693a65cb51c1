"""The places by which a demand that lists several goods names each of them: "cam Canh, quýt vàng Bắc Sơn"."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scoring.columns.demands import demand_text
from scoring.criteria.items_meant import Item, item_meant
from scoring.cultivar import names, origin_asked, places_named
from scoring.origin_words import origin_told
from scoring.pairs import Pairs
from scoring.product import Lexicon
from scoring.product.listing import goods_listed
from scoring.units import fold

_BRACKET = re.compile(r"\(([^()]+)\)\s*$")


def places_asked(pairs: Pairs, i: int) -> tuple[str, ...]:
    """The places by which a demand names the goods that the offer of a pair answers, and their kind does not:
    of a list those of the item meant alone."""
    d, demand = int(pairs.d[i]), pairs.demand(i)
    found = origin_asked(pairs.context.lexicon, demand, int(pairs.demands.kind[d]))
    item = item_meant(pairs, i) if found else None
    words = item.words if item else _in_brackets(demand.product, pairs.offer(i).product) if found else ""
    return tuple(place for place in found if not words or names(place, words))


@lru_cache(maxsize=16_384)
def _in_brackets(wanted: str, offered: str) -> str:
    """Of the goods that a bracket lists the one that an offer's name holds whole, "" for none.

    >>> _in_brackets("Bưởi (Diễn, bưởi đỏ, Đoan Hùng)", "bưởi đỏ Tân Lạc")
    'bưởi đỏ'
    """
    found = _BRACKET.search(wanted)
    parts = [part.strip() for part in re.split(r"[,;/]", found[1])] if found else []
    own = f" {fold(offered)} "
    held = [part for part in parts if part and f" {fold(part)} " in own]
    return max(held, key=len) if len(parts) > 1 and held else ""


def places_of_pairs(pairs: Pairs, rows: NDArray[np.intp]) -> list[tuple[str, ...]]:
    """The same of some pairs: once for a demand of one good, of a list once for offers of one text."""
    texts, d = pairs.demands.texts, pairs.d[rows]
    lists = texts.signs.listed[texts.sign[pairs.demands.text[d]]]
    offered = pairs.offers.text[pairs.o[rows]]
    found: list[tuple[str, ...]] = []
    known: dict[tuple[int, int], tuple[str, ...]] = {}
    each = zip(rows.tolist(), d.tolist(), lists.tolist(), offered.tolist(), strict=True)
    for i, demand, several, text in each:
        listed = several or "(" in pairs.demands.records[demand].product
        key = (demand, text if listed else -1)
        if key not in known:
            known[key] = places_asked(pairs, i)
        found.append(known[key])
    return found


def place_of_list(pairs: Pairs, i: int, item: Item) -> str:
    """The place that ends a list and may go for the item before it, of which goods come from there too: Lý
    Sơn of "tỏi, hành tím Lý Sơn"; "" for none, and where the offer names it."""
    place = _place_at_end(pairs.context.lexicon, demand_text(pairs.demand(i)).name)
    if not place or names(place, item.words) or origin_told(pairs.offer(i), (place,)):
        return ""
    return place if _comes_from(pairs.context.lexicon, item.kind, place) else ""


@lru_cache(maxsize=8_192)
def _place_at_end(lexicon: Lexicon, name: str) -> str:
    """The only place of a list, where its last item ends in it; "" for none."""
    items = goods_listed(name, False)
    places = places_named(lexicon, name) if items else ()
    return places[0] if len(places) == 1 and items[-1].endswith(places[0]) else ""


@lru_cache(maxsize=8_192)
def _comes_from(lexicon: Lexicon, kind: int, place: str) -> bool:
    """Whether a variety of a kind is known by a place."""
    below = (lexicon.kinds[k] for k in lexicon.descendants(kind))
    return any(names(place, name) for each in below for name in (each.name_vi, each.gi_name))
