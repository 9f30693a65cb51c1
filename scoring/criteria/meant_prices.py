"""What a price in words is meant for: one of several goods, or a place that may be the buyer's own."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from scoring.columns.arrays import Floats, Ints
from scoring.columns.offers import STAGES
from scoring.pairs import Pairs
from scoring.records import Doubt, Place
from scoring.units import fold

ONE_OF_SEVERAL, AT_PLACE = "price_of_one", "price_at_place"
_WAY = re.compile(r"^(?:giao|gia|cho|ve)? ?(?:tai|toi|den|ve|cho) ")
_RANK = re.compile(r"^(?:thanh pho|tp|tinh|xa|phuong|thi xa|thi tran|huyen|quan|dac khu)\b[. ]*")
# Cities that are one market by themselves; a province is too wide to be anybody's door.
_CITIES = {
    "ha noi": "ha noi", "hn": "ha noi", "hue": "hue", "hai phong": "hai phong", "da nang": "da nang",
    "can tho": "can tho", "ho chi minh": "ho chi minh", "hcm": "ho chi minh", "sai gon": "ho chi minh",
}  # fmt: skip


def ceilings(pairs: Pairs) -> Floats:
    """What each buyer pays at most; NaN where he names it for another of the goods that he wants."""
    found: Floats = pairs.demands.price_max[pairs.d]
    for i in np.flatnonzero(pairs.demands.price_of_one[pairs.d]).tolist():
        goods = fold(str(said(pairs.demand(i).doubts, ONE_OF_SEVERAL)))
        if not set(goods.split()) <= set(re.findall("[a-z]+", fold(pairs.offer(i).product))):
            found[i] = np.nan
    return found


def stages(pairs: Pairs) -> Ints:
    """How far on the way each offer's price is taken; a place that is the buyer's own is his door."""
    found: Ints = pairs.offers.stage[pairs.o]
    for i in np.flatnonzero(pairs.offers.priced_at_place[pairs.o]).tolist():
        if at_the_door(str(said(pairs.offer(i).doubts, AT_PLACE)), pairs.demand(i).place):
            found[i] = STAGES["delivered"]
    return found


def said(doubts: tuple[Doubt, ...], code: str) -> str | None:
    """The words of a record behind a doubt about its price."""
    return next((str(doubt.facts["value"]) for doubt in doubts if doubt.code == code), None)


def at_the_door(words: str, place: Place) -> bool:
    """Whether "giao tới TP.HCM" is where the buyer takes the goods: his city, or his commune.

    >>> at_the_door("giao tới TP.HCM", Place(province="Thành phố Hồ Chí Minh"))
    True
    """
    return _same_place(words, place.province, place.commune)


@lru_cache(maxsize=4096)
def _same_place(words: str, province: str, commune: str) -> bool:
    named = _bare(_WAY.sub("", fold(words)))
    city = _CITIES.get(named)
    return bool(named) and (
        (city is not None and city == _bare(fold(province))) or named == _bare(fold(commune))
    )


def _bare(name: str) -> str:
    return _RANK.sub("", name.strip()).strip(" .")
