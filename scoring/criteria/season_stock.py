"""Which months without supply goods that keep can serve: set aside from now on, or left of last season."""

from __future__ import annotations

import numpy as np

from scoring.columns.amounts import DAYS_IN_MONTH
from scoring.columns.delivery import dated
from scoring.criteria.verdict import Facts
from scoring.horizon import YEAR
from scoring.pairs import Pairs


def set_aside(pairs: Pairs, i: int) -> Facts:
    """``stored``: goods can be set aside for months wanted after a supply; ``sooner``: the months wanted that
    come before any, and of these ``left_over``: those that goods of the last season would still be good for.
    """
    offered, wanted = int(pairs.offers.months[pairs.o[i]]), int(pairs.wanted[i])
    lacking = wanted & ~int(pairs.common[i])
    if not pairs.offers.stored[pairs.o[i]] or not lacking or not offered:
        return {}
    first = (offered & -offered).bit_length() - 1
    sooner, spare = lacking & ((1 << first) - 1), _months_to_wait(pairs, i)
    facts: Facts = {}
    if _kept_till(offered, lacking & ~sooner, spare):
        facts["stored"] = True
    if sooner:
        months_of, past = pairs.context.horizon.months_of, _months_past(pairs, i)
        facts["sooner"] = months_of(sooner)
        reach = int(min(spare - past + 1, YEAR)) if past else -1
        if kept := sooner & ((1 << (reach + 1)) - 1 if reach >= 0 else 0):
            facts["left_over"] = months_of(kept)
    return facts


def _kept_till(offered: int, lacking: int, spare: float) -> bool:
    """Whether goods set aside for ``spare`` months reach one of the months lacking from the supply before."""
    since = 0
    for place in range(lacking.bit_length()):
        since = 0 if offered >> place & 1 else since + 1
        if lacking >> place & 1 and since <= spare:
            return True
    return False


def life(pairs: Pairs, i: int) -> float:
    """Days that the goods of a pair keep: as said or by the table for their storage, else the longest that
    the table knows; NaN where nobody says."""
    row = int(pairs.o[i])
    shelf, kind = float(pairs.offers.shelf[row]), int(pairs.offers.kind[row])
    if not np.isnan(shelf) or kind < 0:
        return shelf
    entry = pairs.context.lexicon.kinds[kind]
    return float(np.fmax(entry.shelf_ambient_days or np.nan, entry.shelf_chilled_days or np.nan))


def _months_to_wait(pairs: Pairs, i: int) -> float:
    """For how many months goods can be set aside and still have the life left that the buyer wants."""
    shelf, demand = life(pairs, i), pairs.demand(i)
    wanted = max(demand.min_remaining_days or 0, (demand.min_remaining_share or 0) * shelf)
    months = (shelf - wanted) / DAYS_IN_MONTH
    return months if months == months else YEAR  # crops of which nobody says how long they keep


def _months_past(pairs: Pairs, i: int) -> int:
    """How many months ago the last supply of an offer was; 0 where its dates come only once."""
    offer, this = pairs.offer(i), pairs.context.horizon.month(0)
    if dated(offer):
        return 0
    return next((gone for gone in range(1, YEAR) if (this - 1 - gone) % YEAR + 1 in offer.months), 0)
