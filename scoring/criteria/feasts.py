"""More of the goods at a feast, where the producer says how many times as much: "Tết gấp đôi"."""

from __future__ import annotations

import re

import numpy as np

from scoring.columns.arrays import Floats
from scoring.criteria.season_days import doubted
from scoring.horizon import YEAR
from scoring.pairs import Pairs
from scoring.records import Offer
from scoring.units import fold

_TIMES = re.compile(r"\b(?:gap (doi|hai|ba|ruoi|2|3|1[,.]5)(?! *-)|nhan doi|doubled?|twice)\b")
_FACTORS = {"ruoi": 1.5, "1,5": 1.5, "1.5": 1.5, "ba": 3.0, "3": 3.0}


def times(offer: Offer) -> float:
    """How many times as much there is at the feast; 1 where the words do not say."""
    found = _TIMES.search(fold(str(doubted(offer, "peak").get("words", ""))))
    return _FACTORS.get(found[1] or "", 2.0) if found else 1.0


def months_at_feast(pairs: Pairs, i: int) -> list[int]:
    """The months of delivery in which there is more, of a flow whose words say how much."""
    offer = pairs.offer(i)
    if times(offer) == 1.0 or not np.isnan(pairs.offers.whole[pairs.o[i]]):
        return []
    served = pairs.context.horizon.months_of(int(pairs.lawful[i]) & ((1 << YEAR) - 1))
    return [month for month in doubted(offer, "peak")["months"] if month in served]


def months_more(pairs: Pairs) -> Floats:
    """How many months' amounts a feast adds to the flow of each pair, within the coming year."""
    more = np.zeros(len(pairs))
    for i in np.flatnonzero(pairs.offers.peaked[pairs.o]).tolist():
        more[i] = (times(pairs.offer(i)) - 1) * len(months_at_feast(pairs, i))
    return more
