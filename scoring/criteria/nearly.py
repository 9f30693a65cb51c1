"""Amounts that are short of a whole need by no more than the days of a part of a month are known to bring."""

from __future__ import annotations

import numpy as np

from scoring.columns.arrays import Bools, Floats
from scoring.criteria.served_days import served
from scoring.criteria.stocks import in_pots, of_stock
from scoring.criteria.verdict import Facts
from scoring.pairs import Pairs

NEARLY, SLIGHT = 0.99, 1e-6


def nearly_enough(pairs: Pairs, supply: Floats, need: Floats) -> Bools:
    """Where days named leave out a part of a month and a whole need is met but for a hundredth: nobody knows
    to the piece what a flow brings in a part of a month."""
    days = served(pairs)
    rough = days.named & (days.lost != 0) & ~np.isnan(pairs.demands.whole[pairs.d])
    rough &= ~in_pots(pairs) & ~of_stock(pairs)
    return np.asarray(rough & (supply < need) & (supply >= NEARLY * need))


def rough_facts(pairs: Pairs, i: int, times: float, need: float) -> Facts:
    """That the amount is told as about so much (``rough``), where the days bring the need only nearly."""
    months = int(pairs.lawful[i]).bit_count() - float(served(pairs).lost[i])
    brought = float(pairs.offers.rate[pairs.o[i]]) * times * months
    return {} if abs(brought - need) <= SLIGHT * need else {"month_parts": [], "rough": True}
