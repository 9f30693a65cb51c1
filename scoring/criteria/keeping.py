"""What of a supply is held or promised for others: a quantity is promised once."""

from __future__ import annotations

import numpy as np

from scoring.columns.arrays import Bools, Floats
from scoring.horizon import YEAR
from scoring.pairs import Pairs


def kept_for_others(pairs: Pairs, stock: Bools) -> Floats | None:
    """What of each pair's supply is kept for other demands, in the base unit of the offer.

    Of a flow what is kept in the months that count (``lawful``), no month more than it brings; of a
    ``stock`` everything. None where nothing is kept of any offer, the usual case.
    """
    row = pairs.offers.keeping[pairs.o]
    some = np.flatnonzero(row >= 0)
    if not len(some):
        return None
    amounts, names = pairs.offers.kept, pairs.demands.ids
    months = amounts.months[row[some]]
    for i, (offer, demand) in enumerate(zip(row[some].tolist(), pairs.d[some].tolist(), strict=True)):
        own = amounts.own.get((offer, names[demand]))
        if own is not None:
            months[i] -= own
    flow = ~stock[some]
    rate = pairs.offers.rate[pairs.o[some]]
    most = np.where(flow & ~np.isnan(rate), rate, np.inf)
    counted = np.where(flow[:, None], _counting(pairs)[some], True)
    found = np.zeros(len(pairs))
    found[some] = (np.minimum(months, most[:, None]) * counted).sum(axis=1)
    return found


def _counting(pairs: Pairs) -> Bools:
    """Whether each pair counts a month 1..12, shape (pairs, 12)."""
    first = pairs.context.horizon.today.month
    bits = [(month - first) % YEAR for month in range(1, YEAR + 1)]
    once = pairs.lawful | pairs.lawful >> np.uint32(YEAR)
    return np.stack([(once >> np.uint32(bit) & np.uint32(1)).astype(np.bool_) for bit in bits], axis=1)
