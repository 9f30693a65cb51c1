"""More of the goods at a feast, where the producer says how many times as much: "Tết gấp đôi"."""

from __future__ import annotations

import re
from math import isnan

import numpy as np

from scoring.columns.arrays import Floats
from scoring.criteria.season_days import doubted
from scoring.criteria.verdict import Facts
from scoring.horizon import YEAR
from scoring.left_to_sell import less_at_times
from scoring.pairs import Pairs
from scoring.records import Demand, Offer
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


def peak_facts(pairs: Pairs, i: int) -> Facts:
    """The words by which a side takes or has more at a feast that falls to the months of delivery."""
    facts: Facts = {}
    sides: tuple[tuple[str, Offer | Demand], ...] = (("supply", pairs.offer(i)), ("need", pairs.demand(i)))
    for side, record in sides:
        said = doubted(record, "peak") if record.doubts else {}
        if said and set(said["months"]) & set(pairs.context.horizon.months_of(int(pairs.lawful[i]))):
            facts[f"{side}_peak"] = said["words"]
            if side == "supply" and times(pairs.offer(i)) != 1.0:
                facts["supply_peak_told"] = True
            if side == "supply" and not isnan(pairs.demands.whole[pairs.d[i]]):
                facts["supply_peak_counted"] = months_at_feast(pairs, i)
    return facts


def less_facts(offer: Offer, months: list[int]) -> Facts:
    """The words by which a flow brings less at a time of the year that falls to the months of delivery."""
    words, when = less_at_times((offer.season_text, offer.description, offer.remarks))
    told = words and not doubted(offer, "peak") and (not months or when & set(months))
    return {"supply_less": words} if told else {}
