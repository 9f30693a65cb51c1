"""Papers that are missing or lapsed, obtained or renewed: when they can be there, and what that misses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from operator import and_
from typing import Any

import numpy as np

from scoring.columns.arrays import Bools, Ints, Masks
from scoring.context import EXPORT_MARKETS
from scoring.criteria.lists import listed
from scoring.criteria.paper_days import lead
from scoring.criteria.paper_sense import may_bear
from scoring.criteria.season import THIRDS, comes_again, over
from scoring.criteria.season_days import FEW_DAYS, days_on_way
from scoring.criteria.season_stock import set_aside
from scoring.horizon import ALWAYS, NEVER, YEAR
from scoring.pairs import Pairs
from scoring.papers_said import may_do_instead, of_other_standards, said_held
from scoring.part_months import left_out, season_words
from scoring.profile import Profile
from scoring.proposals import Change, Steps
from scoring.records import MissingStep, Offer

WEEK, HARDLY = 7, 3  # days; a month of which fewer than one day in so many is left is nearly lost
LONG = 30  # days; papers that are quicker to be had are told no day to begin with them
SOON = timedelta(days=60)  # within which the day by which a new paper must be begun is told
Held = tuple[str, Bools, Ints, Masks]  # a paper required: by whom, held until when, the months it covers


def obtain_papers(pairs: Pairs, profile: Profile) -> Change:
    """The papers that are missing or lapsed, obtained or renewed; one that stands in for another does both.

    OCOP and its stars are one paper.
    """
    papers = {code: until.copy() for code, until in pairs.offers.papers.items()}
    stars, stars_until = pairs.offers.stars.copy(), pairs.offers.stars_until.copy()
    steps: list[Steps] = []
    tests = [
        (code, asked & ((pairs.tested & pairs.covered(until)) == 0), until)
        for code, asked, until in pairs.required_papers
    ]
    held = [
        ("OCOP" if code == "OCOP_STARS" else code, asked, until, pairs.covered(until))
        for code, asked, until in pairs.required_papers
    ]
    lacking: list[dict[str, int]] = [{} for _ in range(len(pairs))]
    for code, fails, until in tests:
        name, rows = "OCOP" if code == "OCOP_STARS" else code, np.flatnonzero(fails)
        for i, last in zip(rows.tolist(), until[rows].tolist(), strict=True):
            lacking[i][name] = max(lacking[i].get(name, NEVER), last)
    for i, failing in enumerate(lacking):
        found = []
        for code in _fewest(failing, pairs, i):
            if code == "GI" and not may_bear(pairs, i):
                continue
            if code not in papers:
                papers[code] = np.full(len(pairs), NEVER, dtype=np.int32)
            papers[code][i] = ALWAYS
            facts = _paper_facts(pairs, i, code, failing[code])
            served = [other for other in failing if other != code and code in pairs.serving(other, i)]
            if served:
                facts["instead_of"] = served
            if instead := _may_stand_in(pairs, i, code):
                facts["ask_instead"] = instead
            if code == "OCOP" and pairs.demands.min_stars[i]:
                facts["stars"] = int(pairs.demands.min_stars[i])
                stars[i], stars_until[i] = max(facts["stars"], int(stars[i])), ALWAYS
            found.append(MissingStep("obtain_paper" if failing[code] == NEVER else "renew_paper", facts))
        steps.append(tuple(_meeting(pairs, i, found, held)))
    return Change(steps, {"papers": papers, "stars": stars, "stars_until": stars_until})


def _meeting(pairs: Pairs, i: int, steps: list[MissingStep], held: list[Held]) -> list[MissingStep]:
    """Steps to papers that, each in time by itself, come when another one has lapsed, told as too late."""
    dated = [step for step in steps if step.facts.get("earliest")]
    if not dated:
        return steps
    horizon, tested = pairs.context.horizon, int(pairs.tested[i])
    told = {str(step.facts["paper"]) for step in steps}
    kept = [
        (name, int(until[i]), int(covered[i]))
        for name, asked, until, covered in held
        if asked[i] and tested & int(covered[i]) and told.isdisjoint(pairs.serving(name, i))
    ]
    last = max(dated, key=lambda step: str(step.facts["earliest"]))
    if last.facts.get("if_stored"):
        tested |= horizon.next_occurrence(last.facts["if_stored"])
    if not all(step.facts["in_time"] for step in dated):
        lapsing = _lapsed_by(_next_round(pairs, i, last), kept)
        facts = {**last.facts, "renew_too": lapsing}
        return [replace(step, facts=facts) if lapsing and step is last else step for step in steps]
    soon = horizon.window(date.fromisoformat(last.facts["earliest"]), None)
    if tested & soon & reduce(and_, (covered for *_, covered in kept), -1):
        return steps
    lapsing = [
        {"code": name, "expires": date.fromordinal(until).isoformat()}
        for name, until, covered in kept
        if until < ALWAYS and not tested & soon & covered
    ]
    facts = {**last.facts, "in_time": False, "renew_too": lapsing}
    return [replace(step, facts=facts) if step is last else step for step in steps]


def _next_round(pairs: Pairs, i: int, last: MissingStep) -> int:
    """The first day of the months of delivery a year on, or of the ``last`` paper, if that is later."""
    tested, horizon = int(pairs.tested[i]), pairs.context.horizon
    start = horizon.last_day((tested & -tested).bit_length() - 2 + YEAR).toordinal() + 1
    return max(start, date.fromisoformat(last.facts["earliest"]).toordinal())


def _lapsed_by(day: int, kept: list[tuple[str, int, int]]) -> list[dict[str, str]]:
    """The papers held that are no longer valid on a day."""
    return [
        {"code": name, "expires": date.fromordinal(until).isoformat()}
        for name, until, _ in kept
        if until < min(day, ALWAYS)
    ]


def _fewest(failing: dict[str, int], pairs: Pairs, i: int) -> list[str]:
    """The papers without those for which another of them stands in."""
    served = {
        code for code in failing for other in failing if other != code and other in pairs.serving(code, i)
    }
    return [code for code in failing if code not in served] or list(failing)


def _days(pairs: Pairs, i: int, months: int, ready: date) -> int:
    """Days of some months of delivery from the day ``ready`` on, no day gone by, within the dates of both
    sides."""
    told, ends, days = listed(pairs), pairs.context.horizon.ends(), 0
    first = max(ready.toordinal(), told.offers.first[i], told.demands.first[i])
    last = min(told.offers.last[i], told.demands.last[i])
    while months:  # those that come one after the other at once
        place = (months & -months).bit_length() - 1
        gap = (~(months >> place) & (months >> place) + 1).bit_length() - 1 + place
        start = ends[place - 1] + 1 if place else first
        days += max(0, min(ends[gap - 1], last) - max(start, first) + 1)
        months = months >> gap << gap
    return days


def _paper_facts(pairs: Pairs, i: int, code: str, until: int) -> dict[str, Any]:
    """How long a paper takes and holds, from when on it can be there, and which months that misses.

    ``until`` is the last day of the one held (NEVER: none); what it still covers is told where it is renewed
    too late.
    """
    held = until != NEVER
    table, horizon = pairs.context.papers, pairs.context.horizon
    facts: dict[str, Any] = {"paper": code, "validity_months": table.validity_months.get(code)}
    if not held and (said := said_held(pairs.offer(i), code)):
        return facts | {"said_held": said}
    low, high, own = lead(pairs, i, code, held=held)
    if own:
        facts |= {"due_said": own.words, "due": own.last.isoformat()}
    if low is not None:
        facts |= {"lead_days_low": low, "lead_days_high": high}
        tested = listed(pairs).both.tested[i]
        tested = tested & ~horizon.next_occurrence(over(pairs, i)) or tested  # what is left of this season
        ready = horizon.today + timedelta(days=low)
        late = horizon.today + timedelta(days=high + 1 if own else high)  # of a month named the day after
        left, whole = _days(pairs, i, tested, ready), _days(pairs, i, tested, horizon.today)
        closed = _closed_by(pairs, i, ready)  # before any such paper can be there
        in_time = (left > FEW_DAYS or 0 < left == whole) and not closed
        stored = _from_stock(pairs, i)
        if not in_time and not left and not closed and (then := stored & horizon.window(ready, None)):
            in_time = _days(pairs, i, then, ready) > 0
            facts["if_stored"] = horizon.months_of(then) if in_time else []
        facts |= {"earliest": ready.isoformat(), "in_time": in_time}
        way = timedelta(days=days_on_way(pairs, i))  # the days left of a month are gone with it
        soon = horizon.window(ready + way, None) if in_time else 0
        tested |= stored
        missed = tested & ~soon
        if in_time and missed & 1 and comes_again(pairs, i):
            missed &= ~1
        served = tested & ~missed
        gone, hardly = _cut_short(pairs, i, served, ready + way) if in_time and not stored else (0, 0)
        if missed := missed | gone:
            facts["missed"] = horizon.months_of(missed)
        if hardly:
            facts["nearly_missed"] = horizon.months_of(hardly)
        if left and not in_time and not closed:
            facts["days_left"] = left
        elif in_time:
            risked = tested & soon & ~horizon.window(late + way, None)
            gone, nearly = _cut_short(pairs, i, served & ~risked, late + way) if not stored else (0, 0)
            if risked := risked | gone & ~missed:
                facts["may_miss"] = horizon.months_of(risked)
                if not _days(pairs, i, listed(pairs).both.wanted[i], late):
                    facts["may_miss_all"] = True
            if nearly := nearly & ~(missed | hardly):
                facts["may_nearly"] = horizon.months_of(nearly)
        facts |= ({} if own else _begun_by(pairs, i, until, high)) | (
            _closing(pairs, i, high) if in_time or closed else _closed_next_time(pairs, i)
        )
        if held and not facts["in_time"] and horizon.today.toordinal() < until < ALWAYS:
            lapses = date.fromordinal(until)
            if int(pairs.tested[i]) >> horizon.index(lapses) & 1:
                facts["lapses_on"] = lapses.isoformat()
    return facts


def _cut_short(pairs: Pairs, i: int, months: int, ready: date) -> tuple[int, int]:
    """Of some months that which a day ``ready`` leaves no day of delivery, and that of which it leaves less
    than a third, or less than half and than lies between two deliveries that the buyer wants."""
    place = pairs.context.horizon.index(ready)
    if place < 0 or not months >> place & 1:
        return 0, 0
    month = 1 << place
    left, whole = _days(pairs, i, month, ready), _days(pairs, i, month, pairs.context.horizon.today)
    if not left:
        return month, 0
    calls = float(pairs.demands.calls[pairs.d[i]])
    apart = min(WEEK / calls, whole / 2) if calls > 0 else 0.0  # a load a month still comes in half of it
    return 0, month if left < whole and (left * HARDLY < whole or left < apart) else 0


def _from_stock(pairs: Pairs, i: int) -> int:
    """The months wanted this time that goods set aside from the supply before them can serve."""
    both = listed(pairs).both
    if not listed(pairs).offers.stored[i] or not both.common[i] or not both.wanted[i] & ~both.common[i]:
        return 0
    months = pairs.context.horizon.next_occurrence(set_aside(pairs, i).get("stored_for", ()))
    return int(months & both.wanted[i] & ~both.common[i])


def _may_stand_in(pairs: Pairs, i: int, code: str) -> list[str]:
    """The papers held of another standard that the buyer may take for one that is lacking."""
    demand = pairs.demand(i)
    asked = {paper.code for paper in demand.required_certificates}
    others = of_other_standards(pairs.offer(i), [code], asked, pairs.context.horizon.today)
    return may_do_instead(others, code, demand.channel in EXPORT_MARKETS)


def _begun_by(pairs: Pairs, i: int, until: int, high: int) -> dict[str, Any]:
    """The last day to begin with a paper that may take ``high`` days, so that it is there when the one held
    (``until``) no longer serves; of a new one where that is soon, none where it is too late for that."""
    horizon, told, today = pairs.context.horizon, listed(pairs), pairs.context.horizon.today
    tested, ends = told.both.tested[i], horizon.ends()
    first = max(told.offers.first[i], told.demands.first[i], until + 1, today.toordinal())
    places = (place for place in range(tested.bit_length()) if tested >> place & 1)
    needed = next((place for place in places if ends[place] >= first), None)
    if needed is None:
        return {}
    opens, last = _opens(pairs.offer(i), horizon.month(needed)), horizon.last_day(needed)
    named = (int(pairs.offers.opens[pairs.o[i]]), int(pairs.demands.opens[pairs.d[i]]))
    within = (day for day in named if last.replace(day=1).toordinal() <= day <= last.toordinal())
    start = max(first, last.replace(day=min(opens, last.day)).toordinal(), *within)
    begin = date.fromordinal(start) - timedelta(days=high)
    if begin <= today or (until == NEVER and (high < LONG or begin - today > SOON)):
        return {}
    return {"begin_by": begin.isoformat()}


def _opens(offer: Offer, month: int) -> int:
    """The day of a month of supply from which an offer has goods, by the words of its season."""
    parts = {part: day for part, named, day in left_out(season_words(offer)) if named == month}
    if "before" in parts or "early" not in parts:
        return parts.get("before", 1)
    return THIRDS["middle" if "middle" in parts else "early"][1] + 1


def _closed_by(pairs: Pairs, i: int, ready: date) -> bool:
    """Whether the demand stands no longer when a paper can be there at the earliest."""
    until = pairs.demand(i).valid_until
    return until is not None and pairs.context.horizon.today <= until < ready


def _closed_next_time(pairs: Pairs, i: int) -> dict[str, Any]:
    """``ends_before_next``: the last day of a demand that stands no longer when its months come again."""
    until, wanted, horizon = pairs.demand(i).valid_until, int(pairs.wanted[i]), pairs.context.horizon
    if until is None or not wanted:
        return {}
    again = horizon.last_day((wanted & -wanted).bit_length() - 1 + YEAR).replace(day=1)
    return {"ends_before_next": until.isoformat()} if horizon.today <= until < again else {}


def _closing(pairs: Pairs, i: int, high: int) -> dict[str, Any]:
    """Until when the demand stands, where a paper may come after that."""
    until, today = pairs.demand(i).valid_until, pairs.context.horizon.today
    return {"closes": until.isoformat()} if until and today <= until < today + timedelta(days=high) else {}
