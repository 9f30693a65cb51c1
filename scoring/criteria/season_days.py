"""Days beside the months of a season: dates of delivery, lunar months and feasts as solar days, deadlines."""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import ceil, isnan
from typing import Any

import numpy as np

from scoring.columns.arrays import Bools, Masks
from scoring.columns.delivery import first_day, offered_months, ready_day
from scoring.criteria.lists import listed
from scoring.criteria.once import once
from scoring.criteria.verdict import Facts, number
from scoring.horizon import YEAR, count
from scoring.pairs import Pairs
from scoring.records import Demand, Offer

SAME_DAY, HOURS_A_DAY = 10, 24  # hours
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_A_DATE = re.compile(  # and no day of the moon
    r"\d{1,2}(?:/| ?tháng ?| ?thang ?)\d{1,2}\b(?! ?(?:âm|al\b|am\b))|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|\b{_MONTH} \d{{1,2}}",
    re.IGNORECASE,
)
FEW_SPARE = 7  # days between the goods and a deadline: so few are told
FEW_DAYS = 10  # of the current month: so few are told


def day_facts(pairs: Pairs, i: int) -> Facts:
    """Dates of delivery that a record names, solar days of its lunar words, and a deadline in its text."""
    facts: Facts = {}
    sides: tuple[tuple[str, Offer | Demand], ...] = (("offered", pairs.offer(i)), ("wanted", pairs.demand(i)))
    for side, record in sides:
        if record.deliver_from or record.deliver_to:
            ends = (record.deliver_from, record.deliver_to)
            facts[f"{side}_days"] = [each.isoformat() if each else None for each in ends]
        if record.doubts and len(said := doubted(record, "lunar")) > 1:
            facts[f"{side}_lunar"] = {name: said.get(name) for name in ("words", "from", "to")}
    if pairs.demand(i).doubts and (said := doubted(pairs.demand(i), "days_said")):
        facts["wanted_part"] = said["words"]
    elif pairs.demand(i).doubts and (said := doubted(pairs.demand(i), "begins")):
        facts |= {} if _A_DATE.search(said["words"]) else {"wanted_part": said["words"]}
    elif pairs.demand(i).doubts and (said := doubted(pairs.demand(i), "begin_apart")):
        facts |= {"begin_apart": said["before"], "begin_words": said["words"], "begin": said["day"]}
    if pairs.offer(i).doubts and (said := doubted(pairs.offer(i), "peak_only")):
        facts["peak_said"] = said["words"]
    if pairs.offer(i).doubts and (said := doubted(pairs.offer(i), "break")):
        facts["break_said"] = said["words"]
    if pairs.demand(i).doubts and (said := doubted(pairs.demand(i), "deadline")):
        facts |= _deadline(pairs, i, said)
    elif pairs.demand(i).doubts and (said := doubted(pairs.demand(i), "deadline_apart")):
        facts |= {"deadline_apart": said["beyond"], "deadline_words": said["words"]}
    return facts


def doubted(record: Offer | Demand, code: str) -> dict[str, Any]:
    """The facts of a doubt about the months of a record; none where there is no such doubt."""
    found = (doubt.facts for doubt in record.doubts if (doubt.field, doubt.code) == ("months", code))
    return next(found, {})


def days_on_way(pairs: Pairs, i: int) -> int:
    """Days that the goods are on the way at most, as an account tells them; 0 within a day or not known."""
    hours = float(pairs.ways.hours_high[i])
    return 0 if not hours > SAME_DAY else ceil(round(hours) / HOURS_A_DAY)


@once
def lost_on_way(pairs: Pairs) -> Bools:
    """Pairs whose goods, sent on the first day they can be, are on the way for all that is left of the month
    that runs: of the months that the buyer names, this one is not reached. Who wants goods all year wants
    those of this month next year, too.
    """
    offers, demands, o, d, horizon = pairs.offers, pairs.demands, pairs.o, pairs.d, pairs.context.horizon
    first = np.maximum(np.maximum(offers.first[o], demands.first[d]), horizon.today.toordinal())
    last = np.minimum(np.minimum(offers.last[o], demands.last[d]), horizon.last_day(0).toordinal())
    left, hours = last - first + 1, np.nan_to_num(pairs.ways.hours_high)
    on_way = np.where(hours > SAME_DAY, np.ceil(np.round(hours) / HOURS_A_DAY), 0)
    once = (pairs.lawful & np.uint32(1 | 1 << YEAR)) == 1
    meant = pairs.demand_months_known & pairs.offer_months_known & once & (count(pairs.wanted) < YEAR)
    return np.asarray(meant & (left > 0) & (left <= FEW_DAYS) & (on_way >= left))


@once
def in_time(pairs: Pairs) -> Masks:
    """The months of delivery that papers and amounts are of: without the one that the goods are too late for,
    unless that is the only one."""
    late = lost_on_way(pairs) & ((pairs.tested & ~np.uint32(1)) != 0)
    return np.where(late, pairs.tested & ~np.uint32(1), pairs.tested).astype(np.uint32)


def delivered_in(pairs: Pairs, i: int) -> list[int]:
    """The same of one pair as months."""
    return pairs.context.horizon.months_of(int(in_time(pairs)[i]))


def _deadline(pairs: Pairs, i: int, said: dict[str, Any]) -> Facts:
    """The last day on which a buyer's text wants the goods, and how many days too late they come."""
    facts: Facts = {"deadline": said["day"], "deadline_words": said.get("words")}
    lawful = int(pairs.lawful[i])
    horizon, offer = pairs.context.horizon, pairs.offer(i)
    if not lawful:
        ready = first_day(offer, horizon)
        late = (ready - date.fromisoformat(said["day"])).days if ready else 0
        return facts | ({"days_late": late} if late > 0 else {})
    place = (lawful & -lawful).bit_length() - 1
    month = horizon.last_day(place - 1) + timedelta(days=1) if place else horizon.today
    starts = (month, first_day(offer, horizon), _lunar_start(offer))
    arrival = max(filter(None, starts)) + timedelta(days=days_on_way(pairs, i))
    late = (arrival - date.fromisoformat(said["day"])).days
    if late > 0:
        return facts | {"days_late": late}
    if -late <= FEW_SPARE:
        facts["days_to_spare"] = -late
    return facts | ({} if isnan(pairs.demands.whole[pairs.d[i]]) else {"in_time": True})


def agreed_by(pairs: Pairs, i: int) -> Facts:
    """The last day on which a deal still lets goods that take time to get ready come on the first day that
    the buyer names (``agreed_by``, ``first_wanted``), or within the first month (``first_month``), where both
    sides stand longer than that."""
    offer, demand, horizon = pairs.offer(i), pairs.demand(i), pairs.context.horizon
    if not offer.lead_time_days:
        return {}
    stands = [each.valid_until for each in (offer, demand) if each.valid_until is not None]
    if not stands or not pairs.demand_months_known[i]:
        return {}
    lawful, first = listed(pairs).both.lawful[i], demand.deliver_from
    if not lawful:
        return {}
    place = horizon.index(first) if first else (lawful & -lawful).bit_length() - 1
    if place < 0 or not lawful >> place & 1:
        return {}
    day = first or min(filter(None, (horizon.last_day(place), demand.deliver_to, offer.deliver_to)))
    if offer.deliver_from and offer.deliver_from > day:
        return {}
    last = day - timedelta(days=int(offer.lead_time_days))
    if not horizon.today <= last < min(stands) or (not first and day < min(stands)):
        return {}  # who stands beyond the first month is not taken to keep it
    told = {"first_wanted": first.isoformat()} if first else {"first_month": horizon.month(place)}
    return {"agreed_by": last.isoformat(), **told}


def not_ready(pairs: Pairs, i: int) -> Facts:
    """Goods that are in supply when they are wanted, but take so long to get ready that they come too late:
    by how many days they miss the last one wanted (``lead_misses``), and the months of supply as such."""
    offer, demand, horizon, both = pairs.offer(i), pairs.demand(i), pairs.context.horizon, listed(pairs).both
    ready, wanted = ready_day(offer, horizon), both.wanted[i]
    if ready is None or both.common[i] or not wanted or not both.demand_months_known[i]:
        return {}
    due = doubted(demand, "deadline").get("day") if demand.doubts else None
    ends = (horizon.last_day(wanted.bit_length() - 1), demand.deliver_to, due and date.fromisoformat(due))
    last, kind = min(filter(None, ends)), int(pairs.offers.kind[pairs.o[i]])
    entry = pairs.context.lexicon.kinds[kind] if kind >= 0 else None
    supply, _ = offered_months(offer, entry, horizon, keeps=bool(pairs.offers.stored[pairs.o[i]]))
    begins = offer.deliver_from is None or offer.deliver_from <= last
    if ready <= last or not supply & wanted or not begins:
        return {}
    told: Facts = {"offered": horizon.months_of(supply), "lead_misses": (ready - last).days}
    return told | {"ready_on": ready.isoformat(), "lead_time_days": number(offer.lead_time_days or 0)}


def _lunar_start(offer: Offer) -> date | None:
    """The first day of a season in lunar words."""
    first = doubted(offer, "lunar").get("from") if offer.doubts else None
    return date.fromisoformat(first) if first else None
