"""Amounts a quarter that are wanted or come at once, in months a quarter apart: 15 tấn mỗi quý, T1, T4."""

from __future__ import annotations

import numpy as np

from scoring.columns.amounts import DAYS_IN_MONTH, STORED_MONTHS
from scoring.columns.arrays import Floats
from scoring.criteria.lists import listed
from scoring.criteria.needs_meant import need_share
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts
from scoring.horizon import count
from scoring.pairs import Pairs


@once
def need_times(pairs: Pairs) -> Floats:
    """How many months' need is wanted in a month of delivery: a quarter's where they lie a quarter apart."""
    return np.where(pairs.demands.spaced[pairs.d], float(STORED_MONTHS), 1.0)


@once
def supply_times(pairs: Pairs) -> Floats:
    """How many months' supply of a flow there is in a month of delivery; of goods that keep what was gathered
    since the delivery before."""
    times = np.where(pairs.offers.spaced[pairs.o], float(STORED_MONTHS), 1.0)
    return np.asarray(times * gathered(pairs), dtype=np.float64)


@once
def gathered(pairs: Pairs) -> Floats:
    """The months of a flow of goods that keep that can be gathered for one delivery of a quarter's need, on
    the mean of its deliveries; 1 for all others."""
    found: Floats = np.ones(len(pairs))
    waits = (
        pairs.demands.spaced[pairs.d] & pairs.offers.stored[pairs.o] & np.isnan(pairs.offers.whole[pairs.o])
    )
    monthly = pairs.offers.rate[pairs.o] * pairs.converted("base", "base") * pairs.item_share
    wanted = pairs.demands.rate[pairs.d] * STORED_MONTHS * np.nan_to_num(need_share(pairs), nan=1.0)
    waits &= ~(monthly >= wanted)  # else a month brings enough
    for i in np.flatnonzero(waits & ~pairs.offers.spaced[pairs.o] & (count(pairs.lawful) > 0)).tolist():
        offered, served = int(pairs.offered[i]), int(pairs.lawful[i])
        shelf = float(pairs.offers.shelf[pairs.o[i]])
        most = int(np.clip(shelf // DAYS_IN_MONTH, 1, STORED_MONTHS)) if shelf == shelf else 1
        places = [place for place in range(served.bit_length()) if served >> place & 1]
        months = sum(
            offered >> at & 1 for place in places for at in range(max(place - most + 1, 0), place + 1)
        )
        found[i] = months / len(places)
    return found


def quarter_facts(pairs: Pairs, i: int) -> Facts:
    """That a need of a quarter is one of each delivery, and how many months are gathered for it."""
    if not listed(pairs).demands.spaced[i]:
        return {}
    facts: Facts = {"monthly": False}
    if (months := float(gathered(pairs)[i])) > 1:
        facts["gathered"] = int(np.ceil(months))
    return facts
