"""Of a buyer's several goods, each with an amount, the need of those that a pair is about."""

from __future__ import annotations

from math import isnan

import numpy as np

from scoring.columns.amounts import A_MONTH_HAS
from scoring.columns.arrays import Floats
from scoring.columns.items import listed_needs, needs_of, rhythm
from scoring.criteria.lists import listed
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts, number
from scoring.pairs import Pairs


@once
def need_share(pairs: Pairs) -> Floats:
    """The need of the goods of each pair as a share of the one that was read of its demand; NaN where that is
    the need of others and theirs is not known."""
    shares: Floats = np.ones(len(pairs))
    for i in np.flatnonzero(pairs.demands.several[pairs.d]).tolist():
        shares[i] = _share(pairs, i)
    return shares


def _share(pairs: Pairs, i: int) -> float:
    demand, bases = pairs.demand(i), pairs.context.bases
    parts = listed_needs(demand)
    meant = needs_of(pairs.offer(i), parts)
    if len(meant) != 1 or not demand.quantity:
        return np.nan
    part = meant[0]
    if not part["per"] and len({rhythm(str(each["per"])) for each in parts}) > 1:
        return np.nan  # how often is said of the others alone
    own, base = bases.amount(part["quantity"], part["unit"], part.get("unit_kg"))
    whole, read = bases.amount(demand.quantity, demand.unit, demand.unit_kg)
    mine, said = rhythm(str(part["per"] or "")), rhythm(demand.per)
    if base != read or base < 0 or not whole > 0 or bool(mine) != bool(said):
        return np.nan
    times = A_MONTH_HAS[mine] / A_MONTH_HAS[said] if mine else 1.0
    return float(own / whole * times)


def need_facts(pairs: Pairs, i: int) -> Facts:
    """The amount of these goods as the buyer's words say it."""
    if not listed(pairs).demands.several[i] or isnan(need_share(pairs)[i]):
        return {}
    part = needs_of(pairs.offer(i), listed_needs(pairs.demand(i)))[0]
    return {
        "need_said": number(float(part["quantity"])),
        "need_said_unit": part["unit"],
        "need_said_per": part["per"] or None,
        "need_said_high": None,
        "need_words": part["words"],
    }
