"""Which members one truck can collect: compact around a first stop, on the way to the buyer, and in time.

A pool is compact where all lie near one of them, the first stop: within so many km by road, with no more than
so many km of detour each, and early enough for the first stop's goods.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Bools, Floats
from scoring.logistics.distance import apart_km, unit_vectors
from scoring.pairs import Pairs
from scoring.pooling.records import Candidate
from scoring.pooling.settings import PoolSettings

HOURS = 24.0
MANY = 1_500  # distinct places; beyond, those of one field of the map count as one stop
FIELD = 0.03  # degrees: some three km
_BLOCK = 2_000_000  # pairs of places compared at a time


@dataclass(frozen=True)
class Ground:
    """Where some candidates are: rows of distinct places (-1: unknown), and each one's way to the buyer.

    ``hours`` are of driving and boats alone, without loading; ``spare`` is how long the goods may be on the
    way, from the moment they are loaded.
    """

    pairs: Pairs
    place: NDArray[np.intp]
    km: Floats
    hours: Floats
    spare: Floats
    handling: float

    @classmethod
    def of(cls, pairs: Pairs, members: Sequence[Candidate]) -> Ground:
        """The ground of some candidates that were judged in ``pairs``."""
        rows = np.array([each.row for each in members], dtype=np.intp)
        own = pairs.take(rows)
        index = pairs.offers.place[own.o].astype(np.intp)
        known = np.array(
            [e.offer.place.lat is not None or bool(e.offer.place.node) for e in members], dtype=np.bool_
        )
        known &= np.array([e.offer.place.level != "province" for e in members], dtype=np.bool_)
        place = np.where(known, index, -1)
        if len(np.unique(place)) > MANY:
            place = _fields(place, members)
        first = place[known][:1]
        handling = 0.0
        if len(first):
            itself = _legs(pairs, first, first)
            handling = float(np.nan_to_num(itself[1][0]))
        shelf, demand = pairs.offers.shelf[own.o], pairs.demands
        share = np.nan_to_num(demand.remaining_share[own.d]) * shelf
        left = np.fmax(np.fmax(share, demand.remaining_days[own.d]), 0.0)
        left = np.where(np.isnan(left), 0.0, left)
        spare = np.where(np.isnan(shelf), np.inf, (shelf - left) * HOURS)
        hours = own.ways.hours_hurried - handling
        return cls(pairs, place, own.ways.km.astype(np.float64), hours.astype(np.float64), spare, handling)

    def legs(self, start: NDArray[np.intp], end: NDArray[np.intp]) -> tuple[Floats, Floats]:
        """Km and hours from place to place, without loading."""
        km, hours = _legs(self.pairs, start, end)
        return km, np.maximum(hours - self.handling, 0.0)


def _legs(pairs: Pairs, start: NDArray[np.intp], end: NDArray[np.intp]) -> tuple[Floats, Floats]:
    ends, day = pairs.offers.ends, pairs.context.horizon.today
    found = pairs.context.network.between(ends, ends, start.astype(np.int64), end.astype(np.int64), on=day)
    return found.km.astype(np.float64), found.hours_hurried.astype(np.float64)


def clusters_of(ground: Ground, members: Sequence[Candidate], settings: PoolSettings) -> tuple[Bools, Bools]:
    """For each distinct place as the first stop: who can be collected from there on, and who stands there.

    Members whose place is not known are left to ask: they are in every cluster, and in one of their own.
    """
    places, where = np.unique(ground.place, return_inverse=True)
    known = np.flatnonzero(places >= 0)
    unknown = ground.place < 0
    near = np.zeros((len(places), len(places)), dtype=np.bool_)
    near[np.arange(len(places)), np.arange(len(places))] = True
    positions = _positions(ground, members, where, len(places))
    first = np.array([np.flatnonzero(where == k)[0] for k in range(len(places))], dtype=np.intp)
    spare = np.full(len(places), -np.inf)
    np.maximum.at(spare, where, ground.spare)
    step = max(1, _BLOCK // max(len(places), 1))
    for low in range(0, len(known), step):
        part = known[low : low + step]
        apart = apart_km(positions[part][:, None], positions[known][None, :])
        behind = np.nan_to_num(ground.km[first[known]][None, :] - ground.km[first[part]][:, None])
        near_enough = (apart <= settings.pickup_within_km) & (apart + behind <= settings.pickup_detour_km)
        a, b = np.nonzero(near_enough)  # by road it is never nearer, nor the detour shorter
        start, end = part[a], known[b]
        km, hours = ground.legs(places[start], places[end])
        onward, direct = ground.km[first[end]], ground.km[first[start]]
        detour = np.nan_to_num(km + onward - direct)
        fits = (km <= settings.pickup_within_km) & (detour <= settings.pickup_detour_km)
        on_the_way = hours + ground.hours[first[end]] + ground.handling + settings.stop_hours
        fits &= (np.nan_to_num(on_the_way) <= spare[start]) | (start == end)
        near[start[fits], end[fits]] = True
    mask = near[:, where] | unknown[None, :]
    own = where[None, :] == np.arange(len(places))[:, None]
    return mask, own


def _fields(place: NDArray[np.intp], members: Sequence[Candidate]) -> NDArray[np.intp]:
    """The place of the first member on each field of the map, for all members there."""
    first: dict[tuple[int, int], int] = {}
    found = place.copy()
    for i, each in enumerate(members):
        spot = each.offer.place
        if place[i] >= 0 and spot.lat is not None and spot.lon is not None:
            field = (int(spot.lat // FIELD), int(spot.lon // FIELD))
            found[i] = first.setdefault(field, int(place[i]))
    return found


def _positions(ground: Ground, members: Sequence[Candidate], where: NDArray[np.intp], n: int) -> Floats:
    """Unit vectors of the distinct places; those that are known only by name lie near everything."""
    spots = [(0.0, 0.0)] * n
    for each, k in zip(members, where.tolist(), strict=True):
        if each.offer.place.lat is not None and each.offer.place.lon is not None:
            spots[k] = (each.offer.place.lat, each.offer.place.lon)
    return unit_vectors(spots)
