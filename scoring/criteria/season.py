"""Does the supply fall in the months wanted."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from math import isnan

import numpy as np

from scoring.columns.amounts import DAYS_IN_MONTH
from scoring.columns.arrays import Masks
from scoring.columns.delivery import CALENDAR, dated, first_day, ready_day
from scoring.columns.windows import said_days
from scoring.criteria.lists import listed
from scoring.criteria.once import once
from scoring.criteria.product import of_another_form
from scoring.criteria.season_days import (
    FEW_DAYS,
    agreed_by,
    day_facts,
    days_on_way,
    doubted,
    lost_on_way,
    not_ready,
)
from scoring.criteria.season_limits import ruled_out
from scoring.criteria.season_stock import of_harvest, set_aside, stale, unready
from scoring.criteria.served_days import touched_lost
from scoring.criteria.verdict import Facts, Verdict, number
from scoring.horizon import YEAR, Horizon, count
from scoring.open_seasons import END, all_year, open_side
from scoring.pairs import Pairs
from scoring.part_months import FIRST_DAYS, LAST_DAYS, Lack, left_out, season_words
from scoring.pauses import paused
from scoring.product import Kind
from scoring.profile import Profile
from scoring.records import Offer

CODES = ("season_all", "season_part", "season_none", "season_unknown", "season_open")
OF_UNSURE = 0.5  # of a month: as of all that nobody says
HARDLY_A_SEASON = 9  # months and more: the rest is a pause, and no other season begins after it
ONE_YEAR = (1 << YEAR) - 1  # mask
THIRDS = {"early": (1, 10), "middle": (11, 20), "late": (21, 31)}  # days of a month
HARDLY_ANY = 5  # days of the last month of a season, in which nothing more is agreed and delivered
SOON = timedelta(days=60)  # an offer or demand that ends within these is to be agreed on shortly
ALL, PART, NONE, UNKNOWN, OPEN = range(5)

STORED = frozenset(("root", "spice", "vegetable", "nut"))  # categories of which some keep after the harvest
KEEPS = 60.0  # days
STOCKED = (
    120.0  # days from which goods are sold from stock, so that no month is off season: vacuum-packed shoots
)


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Share of the months wanted that can be delivered: in supply, with papers valid and the market open, and
    the goods there before the month that runs is over.

    Neutral where one side does not say its months.
    """
    known = pairs.offer_months_known & pairs.demand_months_known
    wanted, common = count(pairs.wanted), count(pairs.common)
    lost = lost_on_way(pairs)
    deliverable = count(pairs.lawful) - lost
    asked = count(unsure(pairs) | stale(pairs))
    sure = deliverable - OF_UNSURE * asked - touched_lost(pairs)
    share = sure / np.maximum(wanted, 1)
    gone = pairs.offer_months_known & (pairs.offers.months[pairs.o] == 0)  # the dates offered have passed
    none = (known & (common == 0)) | gone
    code = np.where(deliverable == wanted, ALL, PART)
    code = np.where(pairs.offer_months_known, OPEN, UNKNOWN) * ~known + code * known
    code = np.where(none, NONE, code)
    score = np.where(known | none, np.where(none, 0.0, share), profile.neutral("season"))

    def facts(i: int) -> Facts:
        found = _facts(pairs, i)
        if lost[i]:
            found["too_late"] = [pairs.context.horizon.month(0)]
        return found

    return Verdict(score, code.astype(np.intp), CODES, facts, {"wrong_season": none})


@once
def unsure(pairs: Pairs) -> Masks:
    """The months of delivery that come before a season of which the offer names the beginning alone: goods
    that keep or come all year may be there then, and nobody says so."""
    bits, this = pairs.offers.before_opening[pairs.o], pairs.context.horizon.today.month
    if not bits.any():
        return np.zeros(len(pairs), dtype=np.uint32)
    ahead = (bits >> np.uint32(this - 1) | bits << np.uint32(YEAR + 1 - this)) & np.uint32(ONE_YEAR)
    kept = pairs.offers.months[pairs.o] >> np.uint32(YEAR) == np.uint32(ONE_YEAR)  # each year without a gap
    both = ahead | ahead << np.uint32(YEAR)
    known = pairs.offer_months_known & pairs.demand_months_known
    return np.asarray(np.where(kept & known, both & pairs.lawful, 0), dtype=np.uint32)


def _facts(pairs: Pairs, i: int) -> Facts:
    horizon, told = pairs.context.horizon, listed(pairs)
    months_of = horizon.months_of
    offer, demand = pairs.offer(i), pairs.demand(i)
    early, lawful, wanted = told.both.early[i], told.both.lawful[i], told.both.wanted[i]
    said = months_of(early or told.demands.months[i])
    common = told.both.common[i]
    barred = common & ~lawful
    facts: Facts = {
        "common": months_of(lawful),
        "barred": months_of(barred),
        "wanted": said,
        "offered": since_it_began(offer, horizon, months_of(told.offers.months[i])),
        "calendar": told.offers.months_from[i] == CALENDAR,
    }
    if before := int(unsure(pairs)[i]):
        facts["unsure"] = months_of(before)
    if early:
        facts["early"] = months_of(early)
    admitted = int(pairs.admission.months[i])
    if of_another_form(pairs)[i]:
        facts["other_form"] = True  # then no papers help
    elif common & admitted and not told.both.allowed[i]:
        facts["if_papers"] = True
    facts["barred_by_market"] = bool(barred & ~admitted)
    entry = _kind(pairs, i)
    if offer.months and entry is not None:
        keeps = entry.storable or told.offers.stored[i] or told.offers.shelf[i] >= STOCKED
        harvest = () if keeps else entry.harvest_months
        delivered = facts["common"] if facts["wanted"] else facts["offered"]
        others = [m for m in delivered if harvest and m not in harvest]
        facts["off_season"] = [m for m in others if not after_harvest(entry, m)]
        if stored := [m for m in others if after_harvest(entry, m)]:
            facts["after_harvest"] = stored
    if offer.season_text and not offer.months and not doubted(offer, "peak_only"):
        facts["offered_unread"] = offer.season_text
    if demand.season_text and not demand.months:
        facts["wanted_unread"] = demand.season_text
    for more in (
        _not_whole(pairs, i, facts["common"]),
        _one_end(pairs, i),
        _over(pairs, i),
        _stands(pairs, i),
        _sold_since(pairs, i),
        day_facts(pairs, i),
        of_harvest(pairs, i),
    ):
        facts.update(more)
    if late := not_ready(pairs, i):
        return facts | late
    facts.update(set_aside(pairs, i))
    if gone := unready(pairs, i):
        facts["unready"] = months_of(gone)
        if horizon.stands_next_year(demand.valid_until, facts["unready"]):
            facts["unready_again"] = True
    out, words = ruled_out(offer, horizon, stored=told.offers.stored[i])
    if not common and out & wanted:
        facts["ruled_out_by"] = words
    elif (away := paused(offer))[0] and horizon.every_year(away[0]) & wanted & ~common:
        facts["paused_by"] = away[1]
    if not said and facts["common"] and not lawful & 1:
        facts["from_month"] = facts["common"][0]
    ready = ready_day(offer, horizon)
    if ready is not None and horizon.index(ready) > 0:  # else no month is lost
        facts["ready_on"], facts["lead_time_days"] = ready.isoformat(), number(offer.lead_time_days or 0)
    facts.update(agreed_by(pairs, i))
    return facts


def after_harvest(kind: Kind, month: int) -> bool:
    """Whether by the table goods of the last harvest before a month are still sold in it: it is one of sale,
    or one until half of which such roots, spices and nuts keep."""
    if month in kind.saleable_months:
        return True
    keeps = max(kind.shelf_ambient_days or 0, kind.shelf_chilled_days or 0)
    if kind.category not in STORED or keeps < KEEPS:
        return False
    gone = next((ago for ago in range(1, YEAR) if (month - 1 - ago) % YEAR + 1 in kind.harvest_months), YEAR)
    return (gone - 0.5) * DAYS_IN_MONTH < keeps


def since_it_began(offer: Offer, horizon: Horizon, months: list[int]) -> list[int]:
    """The months of supply with those gone by of a season that names its first day: of 1/10 to 30/6 it is
    T10–T6 in November, too."""
    first = offer.deliver_from
    gone = -horizon.index(first) if first else 0
    if first is None or not months or not 0 < gone < YEAR:
        return months
    past = [(first.month - 1 + n) % YEAR + 1 for n in range(gone)]
    return [m for m in past if m not in months and m in (offer.months or past)] + months


def _one_end(pairs: Pairs, i: int) -> Facts:
    """The one end that a season names, and whether the product table gave the other."""
    offer, demand = pairs.offer(i), pairs.demand(i)
    facts: Facts = {}
    if side := open_side(offer):
        facts["open_side"], facts["open_month"] = side, offer.months[0]
        facts["open_by_harvest"] = not (listed(pairs).offers.stored[i] or all_year(_kind(pairs, i)))
    said = demand.deliver_from and not doubted(demand, "begins").get("no_end")
    if open_side(demand) == END and not (said or demand.deliver_to):
        facts["wanted_from"] = demand.months[0]
    return facts


def _over(pairs: Pairs, i: int) -> Facts:
    """Months of the season that runs now which count for the next one only: of goods that are there but for
    a few months they are simply those of the next year.
    """
    months = over(pairs, i)
    if not months:
        return {}
    offers = listed(pairs).offers
    if (offers.months[i] & ONE_YEAR).bit_count() >= HARDLY_A_SEASON:
        return {"next_year": months, "year": pairs.context.horizon.today.year + 1}
    whole = not isnan(offers.whole[i])
    return {"over": months} | ({} if whole else {"sold_by_rate": True})


def over(pairs: Pairs, i: int) -> list[int]:
    """The months of delivery that belong to the next season, while this one runs."""
    demand, offer, horizon = pairs.demand(i), pairs.offer(i), pairs.context.horizon
    if demand.deliver_from or demand.deliver_to or dated(offer):
        return []
    months, lawful = demand.months or offer.months, listed(pairs).both.lawful[i]
    gone, running = _season_now(horizon.month(0), months)
    if not gone or not lawful & ((1 << running) - 1):
        return []
    if horizon.month(1) not in months and (horizon.last_day(0) - horizon.today).days < HARDLY_ANY:
        return []  # of this season only some days are left: all its months are meant as they come next
    if not demand.months and (listed(pairs).offers.stored[i] or open_side(offer)):
        return []
    served = set(horizon.months_of(lawful))
    return [month for month in gone if month in served]


@lru_cache(maxsize=16_384)
def _season_now(this: int, months: tuple[int, ...]) -> tuple[tuple[int, ...], int]:
    """The months gone by of the season that runs in ``this`` month, and how many of it are still to come; of
    a season all year none."""
    said = set(months)
    if len(said) == YEAR:
        return (), 0
    gone = 0
    while (this - 2 - gone) % YEAR + 1 in said:
        gone += 1
    running = 0
    while (this - 1 + running) % YEAR + 1 in said:
        running += 1
    return tuple((this - 1 - n) % YEAR + 1 for n in range(gone, 0, -1)), running


def _sold_since(pairs: Pairs, i: int) -> Facts:
    """Since when a whole amount has been sold of which the season is half over: what is left is not known."""
    since, passed, run = running(pairs, i)
    return {"sold_since": since} if since and 2 * passed >= run else {}


def running(pairs: Pairs, i: int) -> tuple[int, float, float]:
    """Of a whole amount whose season runs now and is delivered in it: the month in which that began, how many
    days of it are gone, and how many it has; 0 of any other."""
    offer, horizon = pairs.offer(i), pairs.context.horizon
    this = horizon.month(0)
    if isnan(listed(pairs).offers.whole[i]) or this not in offer.months or dated(offer) or open_side(offer):
        return 0, 0.0, 0.0
    past, left = _season_now(this, offer.months)
    served = listed(pairs).both.lawful[i] & ((1 << left) - 1)  # months of this season, and not of the next
    gone, passed = len(past), len(past) * DAYS_IN_MONTH + horizon.today.day - 1
    if not served:
        return 0, 0.0, 0.0
    return (this - 1 - gone) % YEAR + 1, passed, (gone + left) * DAYS_IN_MONTH


def _stands(pairs: Pairs, i: int) -> Facts:
    """Until when the offer and the demand stand, where that is over or ends before the last delivery."""
    horizon, offer, demand = pairs.context.horizon, pairs.offer(i), pairs.demand(i)
    if offer.valid_until is None and demand.valid_until is None:
        return {}
    lawful = listed(pairs).both.lawful[i]
    known = listed(pairs).both.demand_months_known[i] and lawful
    last = horizon.last_day(lawful.bit_length() - 1 if known else YEAR - 1)
    last = min(filter(None, (last, offer.deliver_to, demand.deliver_to)))
    facts: Facts = {}
    for name, record in (("", offer), ("demand_", demand)):
        if record.valid_until is None:
            continue
        if record.valid_until < horizon.today:
            facts[f"{name}lapsed"] = record.valid_until.isoformat()
        elif lawful and record.valid_until < last:
            facts[f"{name}stands_until"] = record.valid_until.isoformat()
            if record.valid_until - horizon.today <= SOON:
                facts["stands_shortly"] = True
    return facts


def _kind(pairs: Pairs, i: int) -> Kind | None:
    kind = listed(pairs).offers.kind[i]
    return pairs.context.lexicon.kinds[kind] if kind >= 0 else None


def _is_wanted(pairs: Pairs, i: int, lack: Lack) -> bool:
    """Whether the days that a season leaves out of a month are among those that the demand names, if it names
    any."""
    part, month, at = lack
    first, last = said_days(pairs.demand(i))
    opens = first.day if first is not None and first.month == month else 1
    closes = last.day if last is not None and last.month == month else 31
    low, high = {"before": (1, at - 1), "after": (at + 1, 31), **THIRDS}[part]
    return opens <= high and low <= closes


def _not_whole(pairs: Pairs, i: int, months: list[int]) -> Facts:
    """What the months that can be delivered lack: days out of season, and those of this month gone by."""
    offer, horizon, both = pairs.offer(i), pairs.context.horizon, listed(pairs).both
    facts: Facts = {}
    said = season_words(offer)
    lacks: list[Lack] = [each for each in left_out(said) if each[1] in months]
    opens, closes = said_days(offer)
    for name, day in (("before", opens), ("after", closes)):
        whole = day is None or (day.day <= FIRST_DAYS if name == "before" else day.day >= LAST_DAYS)
        if day is not None and not whole and day >= horizon.today and day.month in months:
            lacks.append((name, day.month, day.day))
    if lacks and (lacks := [each for each in dict.fromkeys(lacks) if _is_wanted(pairs, i, each)]):
        facts["lacks"] = [list(each) for each in lacks]
        facts["season_said"] = said
    running = bool(months) and months[0] == horizon.month(0) and both.lawful[i] & 1
    each_year = both.wanted[i].bit_count() >= YEAR  # who wants this month next year, too
    if not running or (each_year and len(months) >= YEAR):
        return facts
    goes_on = horizon.month(1) in months or listed(pairs).offers.stored[i]
    if goes_on and not both.demand_months_known[i]:
        return facts
    days_left = _left_of_this_month(pairs, i)
    if 0 < days_left <= FEW_DAYS:
        facts["days_left"] = days_left
        if (on_way := days_on_way(pairs, i)) >= days_left:
            facts["days_on_way"] = on_way
            if each_year:
                facts["again_in"] = horizon.today.year + 1
    return facts


def _left_of_this_month(pairs: Pairs, i: int) -> int:
    """How many days are left of this month of those on which both sides deliver."""
    horizon, offer, demand = pairs.context.horizon, pairs.offer(i), pairs.demand(i)
    first = max(filter(None, (horizon.today, demand.deliver_from, first_day(offer, horizon))))
    last = min(filter(None, (horizon.last_day(0), demand.deliver_to, offer.deliver_to)))
    return (last - first).days + 1


def comes_again(pairs: Pairs, i: int) -> bool:
    """Whether this month is too short for the way, and that of next year counts for who buys all year."""
    both = listed(pairs).both
    if both.wanted[i].bit_count() < YEAR or not both.lawful[i] & 1:
        return False
    return 0 < (left := _left_of_this_month(pairs, i)) <= FEW_DAYS and days_on_way(pairs, i) >= left
