"""The order of collection: the shortest way through all stops to the buyer, no load older than it may be.

Up to a dozen places the order is exact, found from the buyer backwards; beyond, nearest insertion and
exchanges of stretches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scoring.columns.arrays import Floats
from scoring.pooling.clusters import Ground
from scoring.pooling.records import Candidate, Pickup, Stop

Places = NDArray[np.intp]
EXACT = 10  # places


def collection(
    ground: Ground, members: Sequence[Candidate], rows: Sequence[int], stop_hours: float
) -> Pickup:
    """The stops of the members ``rows`` (of those of the ground) in order."""
    named = [i for i in rows if ground.place[i] >= 0]
    unknown = [i for i in rows if ground.place[i] < 0]
    if not named:
        return Pickup(tuple(_stop(members[i], None, None, None) for i in rows))
    places, km, hours, last, stops, spare = _way(ground, named, stop_hours)
    at = {int(p): [i for i in named if ground.place[i] == p] for p in places}
    to_buyer = ground.km[[at[int(p)][0] for p in places]]
    order = shortest(hours, last, stops, spare)
    return _pickup(
        ground,
        members,
        [at[int(places[k])] for k in order],
        km,
        hours,
        to_buyer,
        last,
        order,
        stop_hours,
        unknown,
    )


def in_time_on(ground: Ground, stop_hours: float) -> Callable[[Sequence[int]], bool]:
    """Whether one truck brings all loads of some members to the buyer in time; answers are remembered."""
    if not np.isfinite(ground.spare).any() or np.isnan(ground.hours).all():
        return lambda rows: True
    known: dict[tuple[int, ...], bool] = {}

    def asked(rows: Sequence[int]) -> bool:
        key = tuple(sorted(i for i in rows if ground.place[i] >= 0))
        if key not in known:
            known[key] = len(key) < 2 or in_time(*_way(ground, key, stop_hours)[2:])
        return known[key]

    return asked


def _way(
    ground: Ground, rows: Sequence[int], stop_hours: float
) -> tuple[Places, Floats, Floats, Floats, Floats, Floats]:
    """Distinct places of members; km and hours between them; hours to the buyer, standing and spare."""
    places = np.unique(ground.place[list(rows)])
    a, b = np.meshgrid(np.arange(len(places)), np.arange(len(places)), indexing="ij")
    km, hours = (each.reshape(a.shape) for each in ground.legs(places[a.ravel()], places[b.ravel()]))
    at = [[i for i in rows if ground.place[i] == p] for p in places]
    last = np.nan_to_num(ground.hours[[here[0] for here in at]])
    stops = np.array([len(here) for here in at]) * stop_hours
    spare = np.array([min(float(ground.spare[i]) for i in here) for here in at]) - ground.handling
    return places, km, np.nan_to_num(hours), last, stops, spare


def shortest(hours: Floats, last: Floats, stops: Floats, spare: Floats) -> list[int]:
    """The order of places with the fewest hours in which each load arrives within its spare hours.

    ``hours`` [from, to], ``last`` from each to the buyer, ``stops`` standing at each. Where no order is in
    time, the one with the fewest hours.
    """
    n = len(last)
    if n == 1:
        return [0]
    if n <= EXACT:
        return _exact(hours, last, stops, spare) or _exact(hours, last, stops, np.full(n, np.inf)) or []
    return _exchanged(hours, last, _inserted(hours, last))


def in_time(hours: Floats, last: Floats, stops: Floats, spare: Floats) -> bool:
    """Whether some order brings every load to the buyer within its spare hours."""
    n = len(last)
    if n == 1:
        return bool(last[0] <= spare[0])
    if n <= EXACT:
        return _exact(hours, last, stops, spare) is not None
    order = _inserted(hours, last)
    return _all_in_time(hours, last, stops, spare, order) or _all_in_time(
        hours, last, stops, spare, _exchanged(hours, last, order)
    )


def _all_in_time(hours: Floats, last: Floats, stops: Floats, spare: Floats, order: list[int]) -> bool:
    return all(
        left <= spare[k] + 1e-9 for k, left in zip(order, _left(hours, last, stops, order), strict=True)
    )


def _exact(hours: Floats, last: Floats, stops: Floats, spare: Floats) -> list[int] | None:
    """Backwards from the buyer: the fewest hours from each stop through each set of later ones.

    The load of a stop is on the way from when it is left: the standing at later stops counts, not its own.
    """
    n = len(last)
    best: dict[tuple[int, int], float] = {
        (1 << k, k): float(last[k]) for k in range(n) if last[k] <= spare[k] + 1e-9
    }
    onward: dict[tuple[int, int], int] = {}
    layer = dict(best)
    for _ in range(n - 1):
        further: dict[tuple[int, int], float] = {}
        for (done, k), left in layer.items():
            for j in range(n):
                if done >> j & 1:
                    continue
                time = float(hours[j, k]) + float(stops[k]) + left
                key = (done | 1 << j, j)
                if time <= spare[j] + 1e-9 and time < further.get(key, np.inf):
                    further[key], onward[key] = time, k
        layer = further
    if not layer:
        return None
    done, k = min(layer, key=lambda key: (layer[key], key))
    order = [k]
    while done != 1 << k:
        following = onward[done, k]
        done, k = done & ~(1 << k), following
        order.append(k)
    return order


def _left(hours: Floats, last: Floats, stops: Floats, order: Sequence[int]) -> list[float]:
    """Hours until the buyer from the moment that each stop of an order is left."""
    found = [float(last[order[-1]])]
    for j, k in reversed(list(pairwise(order))):
        found.append(float(hours[j, k]) + float(stops[k]) + found[-1])
    return found[::-1]


def _inserted(hours: Floats, last: Floats) -> list[int]:
    """Each place put where it costs least, the farthest from the buyer first."""
    order: list[int] = []
    way = _ways(hours, last)
    for k in sorted(range(len(last)), key=lambda k: (-float(last[k]), k)):
        ends = [None, *order, None]
        added = [_step(way, a, k) + _step(way, k, b) - _step(way, a, b) for a, b in pairwise(ends)]
        order.insert(added.index(min(added)), k)
    return order


def _exchanged(hours: Floats, last: Floats, order: list[int]) -> list[int]:
    """Stretches turned round as long as that shortens the way (both directions of a road take as long)."""
    way = _ways(hours, last)
    better = True
    while better:
        better = False
        for i in range(len(order)):
            for j in range(i + 1, len(order)):
                before, after = order[i - 1] if i else None, order[j + 1] if j + 1 < len(order) else None
                old = _step(way, before, order[i]) + _step(way, order[j], after)
                new = _step(way, before, order[j]) + _step(way, order[i], after)
                if new < old - 1e-9:
                    order, better = [*order[:i], *order[i : j + 1][::-1], *order[j + 1 :]], True
    return order


def _ways(hours: Floats, last: Floats) -> list[list[float]]:
    """Hours from each place to each, and in the last column to the buyer."""
    found: list[list[float]] = np.column_stack([(hours + hours.T) / 2, last]).tolist()
    return found


def _step(way: list[list[float]], start: int | None, end: int | None) -> float:
    """Hours of one step; nothing before the first stop, to the buyer after the last."""
    return 0.0 if start is None else way[start][-1 if end is None else end]


def _pickup(
    ground: Ground,
    members: Sequence[Candidate],
    at: Sequence[Sequence[int]],
    km: Floats,
    hours: Floats,
    to_buyer: Floats,
    last: Floats,
    order: Sequence[int],
    stop_hours: float,
    unknown: Sequence[int],
) -> Pickup:
    stops: list[Stop] = []
    after_km, left = None, 0.0
    total = float(to_buyer[order[-1]])
    for place in range(len(order) - 1, -1, -1):
        k = order[place]
        if place == len(order) - 1:
            leg, drive = float(to_buyer[k]), float(last[k])
        else:
            leg, drive = float(km[k, order[place + 1]]), float(hours[k, order[place + 1]])
            total += leg
        left += drive
        here = list(at[place])
        for n, i in enumerate(reversed(here)):
            stops.append(
                _stop(members[i], leg if n == 0 else 0.0, drive if n == 0 else 0.0, left + ground.handling)
            )
            left += stop_hours
        after_km = leg
    del after_km
    direct = float(to_buyer[order[0]])
    stops.reverse()
    stops += [_stop(members[i], None, None, None) for i in unknown]
    return Pickup(tuple(stops), total, left + ground.handling, total - direct)


def _stop(member: Candidate, km: float | None, hours: float | None, left: float | None) -> Stop:
    place = member.offer.place
    return Stop(member.offer.id, place.commune or place.text or place.province, km, hours, left)
