"""How far and how dear is the way to the buyer."""

from __future__ import annotations

import numpy as np

from scoring.criteria.lists import listed
from scoring.criteria.verdict import Facts, Verdict, number, told_share
from scoring.pairs import NO_WAY, PLACE_UNKNOWN, REACHED, Pairs
from scoring.profile import Profile
from scoring.records import Place
from scoring.units import fold

CODES = ("route", "place_unknown", "no_way")
ROUTE, UNKNOWN, NONE = range(3)


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Half for time and half for freight, each halved at the profile's hours and đồng per kg.

    A place that nobody knows is neutral; where no boat or truck goes with freight the offer cannot reach.
    """
    ways = pairs.ways
    reached = ways.reach == REACHED
    hours = np.where(reached, (ways.hours_low + ways.hours_high) / 2, 0.0)
    freight = np.where(reached, (ways.cost_low + ways.cost_high) / 2, 0.0)
    half = profile["hours_half"] / (profile["hours_half"] + hours) / 2
    score = half + profile["freight_half"] / (profile["freight_half"] + freight) / 2
    none = ways.reach == NO_WAY
    score = np.where(reached, score, np.where(none, 0.0, profile.neutral("logistics")))
    code = np.select([none, ways.reach == PLACE_UNKNOWN], [NONE, UNKNOWN], ROUTE)

    def facts(i: int) -> Facts:
        return way_facts(pairs, i)

    return Verdict(score, code.astype(np.intp), CODES, facts, {"cannot_reach": none})


def way_facts(pairs: Pairs, i: int) -> Facts:
    """The way of one pair: ends, km, hours and freight as ranges."""
    ways, offers = listed(pairs).ways, listed(pairs).offers
    origin, destination = pairs.offer(i).place, pairs.demand(i).place
    price, base = (offers.price_low[i] + offers.price_high[i]) / 2, offers.price_base[i]
    weighed = base >= 0 and pairs.context.bases.weighed[base]
    freight = (ways.cost_low[i] + ways.cost_high[i]) / 2
    return {
        "freight_share": told_share(freight / price) if weighed and price > 0 else None,
        **place_facts("origin", origin),
        **place_facts("destination", destination),
        "origin_known": origin.lat is not None,
        "destination_known": destination.lat is not None,
        "km": number(ways.km[i], 0),
        "hours_low": number(ways.hours_low[i], 1),
        "hours_high": number(ways.hours_high[i], 1),
        "freight_low": number(ways.cost_low[i], 0),
        "freight_high": number(ways.cost_high[i], 0),
        "ferry": ways.ferry[i],
        "boats": boats(pairs, i) if ways.ferry[i] else [],
        "fallback": ways.fallback[i],
    }


def place_facts(name: str, place: Place) -> Facts:
    """A place by its commune where the record names that, else as it is written, with what it is today."""
    if place.text and place.commune and fold(place.commune) not in fold(place.text):
        return {name: place.text, f"{name}_now": place.commune}
    return {name: place.commune or place.text or place.province}


def boats(pairs: Pairs, i: int) -> list[Facts]:
    """The boats that one pair's goods go on: kind, quays, hours with the usual wait, sailings, weather."""
    return [
        {
            "mode": leg.mode,
            "origin": leg.origin,
            "destination": leg.destination,
            "hours": number(leg.hours, 1),
            "wait_hours": number(leg.wait_hours, 1),
            "sailings_per_day": number(leg.sailings_per_day, 2),
            "wind_limit": leg.wind_limit or None,
            "risk_months": list(leg.risk_months),
        }
        for leg in pairs.boats[i]
    ]
