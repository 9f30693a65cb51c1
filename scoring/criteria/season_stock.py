"""Which months without supply goods that keep can serve: set aside from now on, or left of last season."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from math import isnan

import numpy as np

from scoring.columns.arrays import Masks
from scoring.columns.delivery import dated, first_day, ready_day
from scoring.criteria.lists import listed
from scoring.criteria.once import once
from scoring.criteria.paper_days import all_there
from scoring.criteria.season_days import days_on_way
from scoring.criteria.season_limits import ruled_out
from scoring.criteria.verdict import Facts, number
from scoring.horizon import YEAR, Horizon
from scoring.pairs import Pairs
from scoring.part_months import harvest_words, names_all_year, of_season, stocked_from
from scoring.pauses import paused

A_YEAR = 365.0  # days
HALF_A_MONTH = 14  # days
_LONGEST = 3650  # days: what keeps longer keeps for good


def set_aside(pairs: Pairs, i: int) -> Facts:
    """``stored``: goods can be set aside for months wanted after a supply, those ``stored_for``; ``sooner``:
    the months wanted that come before any, or that the seller's words rule out, and of these ``left_over``:
    those that goods of the last season would still be good for; of the goods meant, until when they keep.
    """
    told = listed(pairs)
    offered, lacking = told.offers.months[i], told.both.wanted[i] & ~told.both.common[i]
    if (
        not offered
        or not lacking
        or not told.offers.stored[i]
        or not (lacking := lacking & ~unready(pairs, i))
    ):
        return {}
    months_of, facts = pairs.context.horizon.months_of, Facts()
    out = ruled_out(pairs.offer(i), pairs.context.horizon, stored=True)[0] & lacking
    if out == lacking:
        return {}
    sooner, past = lacking & ((offered & -offered) - 1), _months_past(pairs, i)
    later = _reached(pairs, i, offered, lacking & ~sooner) & ~out
    if later:
        facts["stored"], facts["stored_for"] = True, months_of(later)
        if lapsed := later & ~_with_papers(pairs, i) if int(pairs.common[i] & ~pairs.lawful[i]) else 0:
            facts["stored_barred"] = months_of(lapsed)
    if after := later or lacking & ~(sooner | out):
        place = (after & -after).bit_length() - 1
        facts |= kept_until(pairs, i, (offered & ((1 << place) - 1)).bit_length() - 1)
    if sooner | out:
        facts["sooner"] = months_of(sooner | out)
        if kept := _reached(pairs, i, 0, sooner & ~out & _after_papers(pairs, i), -past) if past else 0:
            facts["left_over"] = months_of(kept)
        if past and sooner & ~out and (kept or not later):
            facts |= kept_until(pairs, i, -past)
    return facts


def unready(pairs: Pairs, i: int) -> int:
    """The months wanted in which an offer has goods that take too long to get ready: no store is sooner."""
    offer, horizon = pairs.offer(i), pairs.context.horizon
    ready = ready_day(offer, horizon)
    if ready is None or not offer.months or dated(offer) or (place := horizon.index(ready)) <= 0:
        return 0
    there = set(offer.months).difference(paused(offer)[0])
    own, both = horizon.every_year(there) & ((1 << place) - 1), listed(pairs).both
    return int(own & both.wanted[i] & ~both.common[i])


def _with_papers(pairs: Pairs, i: int) -> int:
    """The months through which every paper that the buyer requires holds."""
    ends, held = pairs.context.horizon.last_days(), ~0
    for _, asked, until in pairs.required_papers:
        if asked[i]:
            held &= (1 << int(np.searchsorted(ends, until[i], side="right"))) - 1
    return held


def of_harvest(pairs: Pairs, i: int) -> Facts:
    """Of goods that keep and of which only the harvest is said the words, and ``stale``: the months of
    delivery for which the harvest before them is too old."""
    offer, horizon = pairs.offer(i), pairs.context.horizon
    if stock := stocked_from(offer.remarks) or stocked_from(offer.description):
        past = next(gone for gone in range(YEAR) if (horizon.month(0) - 1 - gone) % YEAR + 1 in stock)
        return _stale(pairs, i, stock, -past) if listed(pairs).offers.stored[i] else {}
    said = harvest_words(offer) if listed(pairs).offers.stored[i] and offer.months else ""
    if not said or len(set(offer.months)) == YEAR:  # gathered all year, there is no harvest to tell
        return {}
    said = of_season(said)
    facts: Facts = {"harvest_said": said, "harvested": list(offer.months)}
    if names_all_year(said):
        facts["sold_all_year"] = True
    return facts | _stale(pairs, i, offer.months, -_months_past(pairs, i))


@once
def stale(pairs: Pairs) -> Masks:
    """The months of delivery for which a harvest, of which nobody says until when it is sold, is too old:
    they are to be asked."""
    found = np.zeros(len(pairs), dtype=np.uint32)
    told = pairs.offers.harvest_only[pairs.o] & pairs.offers.stored[pairs.o] & (pairs.lawful != 0)
    known: dict[tuple[object, ...], int] = {}
    for i in np.flatnonzero(told).tolist():
        offer, demand = pairs.offer(i), pairs.demand(i)
        if stocked_from(offer.remarks) or stocked_from(offer.description):
            continue
        wanted = (demand.min_remaining_days, demand.min_remaining_share, days_on_way(pairs, i))
        key = (int(pairs.o[i]), int(pairs.lawful[i]), *wanted)
        if key not in known:
            harvest, past = pairs.context.horizon.every_year(offer.months), -_months_past(pairs, i)
            lawful = int(pairs.lawful[i])
            known[key] = lawful & ~_reached(pairs, i, harvest, lawful, past)
        found[i] = known[key]
    return found


def _after_papers(pairs: Pairs, i: int) -> int:
    """The months that goods on the way can reach once the papers that are lacking can be there at all."""
    ready = all_there(pairs, i)
    if ready is None:
        return ~0
    return pairs.context.horizon.window(ready + timedelta(days=days_on_way(pairs, i)), None)


def _stale(pairs: Pairs, i: int, months: Iterable[int], past: int) -> Facts:
    """The months of delivery for which the harvest of some ``months`` before them is too old; ``past``: the
    place of the last one."""
    horizon, lawful = pairs.context.horizon, int(pairs.lawful[i])
    harvest = horizon.every_year(months)
    if stale := lawful & ~_reached(pairs, i, harvest, lawful, past):
        place = (stale & -stale).bit_length() - 1
        before = (harvest & ((1 << place) - 1)).bit_length() - 1
        stale_months: Facts = {"stale": horizon.months_of(stale)}
        return stale_months | kept_until(pairs, i, before if before >= 0 else past)
    return {}


def kept_until(pairs: Pairs, i: int, place: int) -> Facts:
    """Until when goods of a month of the horizon, of the past where it is below 0, keep with the life that
    the buyer wants left; nothing where nobody says how long they keep."""
    shelf, horizon = life(pairs, i), pairs.context.horizon
    if isnan(shelf) or shelf >= _LONGEST:
        return {}
    left = wanted_left(pairs, i, shelf)
    last, row = horizon.last_day(place), int(pairs.o[i])
    if place >= 0 and int(pairs.offers.touched[row]) >> place & 1:  # of that month some first days alone
        last = min(last, date.fromordinal(int(pairs.offers.closes[row])))
    day = last + timedelta(days=int(max(shelf - left, 0)))
    facts: Facts = {"kept_since": horizon.month(place), "kept_until": day.isoformat()}
    facts["kept_days"] = number(shelf)
    if day < _there_by(pairs, i):
        facts["kept_over"] = True
    if left:
        facts["kept_left"] = number(left, 1)
    if not pairs.offers.shelf_said[row]:
        facts["kept_by_table"] = True
    return facts


def still_good(horizon: Horizon, since: int, days: float, place: int) -> bool:
    """Whether goods of a month of the horizon that can wait so many ``days`` serve half of a later one."""
    return (horizon.last_day(place - 1) - horizon.last_day(since)).days + HALF_A_MONTH < days


def _reached(pairs: Pairs, i: int, offered: int, lacking: int, since: int | None = None) -> int:
    """The months lacking that goods set aside from the supply before, or ``since`` a month, are good for."""
    horizon, spare, found = pairs.context.horizon, _days_to_wait(pairs, i), 0
    for place in range(lacking.bit_length()):
        since = place if offered >> place & 1 else since
        if not lacking >> place & 1 or since is None:
            continue
        if still_good(horizon, since, spare, place) if place else good_by_now(pairs, i, since, spare):
            found |= 1 << place
    return found


def good_by_now(pairs: Pairs, i: int, since: int, spare: float) -> bool:
    """Whether goods of a past month still have the life that is wanted when they can arrive in this one."""
    horizon = pairs.context.horizon
    last = min(horizon.last_day(0), horizon.last_day(since) + timedelta(days=spare))
    return _there_by(pairs, i) <= last


def _there_by(pairs: Pairs, i: int) -> date:
    """The first day on which an order placed today can arrive."""
    horizon = pairs.context.horizon
    leaves = max(filter(None, (horizon.today, first_day(pairs.offer(i), horizon))))
    return leaves + timedelta(days=days_on_way(pairs, i))


def life(pairs: Pairs, i: int) -> float:
    """Days that the goods of a pair keep: as said or by the table for their storage, else the longest that
    the table knows; NaN where nobody says."""
    row = int(pairs.o[i])
    shelf, kind = float(pairs.offers.shelf[row]), int(pairs.offers.kind[row])
    if not isnan(shelf) or kind < 0:
        return shelf
    entry = pairs.context.lexicon.kinds[kind]
    return float(np.fmax(entry.shelf_ambient_days or np.nan, entry.shelf_chilled_days or np.nan))


def wanted_left(pairs: Pairs, i: int, shelf: float) -> float:
    """The days that the buyer wants left of a shelf life."""
    demand = pairs.demand(i)
    return max(demand.min_remaining_days or 0, (demand.min_remaining_share or 0) * shelf)


def _days_to_wait(pairs: Pairs, i: int) -> float:
    """For how many days goods can be set aside and still have the life left that the buyer wants."""
    shelf = life(pairs, i)
    spare = shelf - wanted_left(pairs, i, shelf)
    return spare if spare == spare else A_YEAR  # crops of which nobody says how long they keep


def _months_past(pairs: Pairs, i: int) -> int:
    """How many months ago the last supply of an offer was; 0 where its dates come only once."""
    offer, this = pairs.offer(i), pairs.context.horizon.month(0)
    if dated(offer):
        return 0
    return next((gone for gone in range(1, YEAR) if (this - 1 - gone) % YEAR + 1 in offer.months), 0)
