"""More of the goods at a feast, where the producer says how many times as much: "Tết gấp đôi"."""

from __future__ import annotations

import re
from math import isnan

import numpy as np

from scoring.columns.arrays import Floats
from scoring.criteria.season_days import doubted
from scoring.horizon import YEAR
from scoring.pairs import Pairs
from scoring.records import Offer
from scoring.units import fold

_TIMES = re.compile(r"\b(?:gap (doi|hai|ba|ruoi|2|3|1[,.]5)(?! *-)|nhan doi|doubled?|twice)\b")
RATES = ("day", "week", "month")
_FACTORS = {"ruoi": 1.5, "1,5": 1.5, "1.5": 1.5, "ba": 3.0, "3": 3.0}


def times(offer: Offer) -> float:
    """How many times as much there is at the feast; 1 where the words do not say."""
    words = fold(str(doubted(offer, "peak").get("words", "")))
    found = _TIMES.search(words)
    return _FACTORS.get(found[1] or "", 2.0) if found else _of_amounts(words, offer)


def _of_amounts(words: str, offer: Offer) -> float:
    """How many times as much is told of a feast in figures: "tết 300kg" beside 150 a month."""
    unit = fold(offer.unit)
    told = re.findall(rf"(?<![\d.,-])(\d+(?:[.,]\d+)?) ?(kg|ta|tan|yen|{re.escape(unit) or 'kg'})\b", words)
    if len(told) != 1 or not offer.quantity or offer.per not in RATES:
        return 1.0
    (figure, of), mass = told[0], {"kg": 1.0, "yen": 10.0, "ta": 100.0, "tan": 1000.0}
    if of != unit and not (of in mass and unit in mass):
        return 1.0
    each = mass.get(of, 1.0) / mass.get(unit, 1.0) if of != unit else 1.0
    return max(1.0, float(figure.replace(",", ".")) * each / offer.quantity)


def months_at_feast(pairs: Pairs, i: int) -> list[int]:
    """The months of delivery in which there is more, of a flow whose words say how much."""
    offer = pairs.offer(i)
    if times(offer) == 1.0 or not isnan(pairs.offers.whole[pairs.o[i]]):
        return []
    served = pairs.context.horizon.months_of(int(pairs.lawful[i]) & ((1 << YEAR) - 1))
    return [month for month in doubted(offer, "peak")["months"] if month in served]


def months_more(pairs: Pairs) -> Floats:
    """How many months' amounts a feast adds to the flow of each pair, within the coming year."""
    more = np.zeros(len(pairs))
    for i in np.flatnonzero(pairs.offers.peaked[pairs.o]).tolist():
        more[i] = (times(pairs.offer(i)) - 1) * len(months_at_feast(pairs, i))
    return more
