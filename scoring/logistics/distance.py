"""Great-circle geometry on the mean sphere, the same to the last bit for one pair and for a block.

Positions become unit vectors one place at a time; distances between blocks of vectors use sums and
products written out (no matrix product, whose rounding depends on the block's shape).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from geopy.distance import EARTH_RADIUS as EARTH_RADIUS_KM
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def unit_vectors(positions: Iterable[tuple[float, float]]) -> Floats:
    """Unit vectors [n, 3] of (latitude, longitude) pairs in degrees."""
    rows = []
    for lat, lon in positions:
        phi, lam = math.radians(lat), math.radians(lon)
        rows.append((math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)))
    return np.array(rows, dtype=np.float64).reshape(-1, 3)


def great_circle_km(a: Floats, b: Floats) -> Floats:
    """Distances in km [len(a), len(b)] between two arrays of unit vectors."""
    return apart_km(a[:, None], b[None, :])


def apart_km(a: Floats, b: Floats) -> Floats:
    """Distances in km between unit vectors [..., 3], one by one."""
    half_chord = chords(a, b) * 0.5
    arc: Floats = 2.0 * EARTH_RADIUS_KM * np.arcsin(np.minimum(half_chord, 1.0))
    return arc


def chords(a: Floats, b: Floats) -> Floats:
    """Straight lines between unit vectors [..., 3], one by one, in radii of the sphere."""
    dx = a[..., 0] - b[..., 0]
    dy = a[..., 1] - b[..., 1]
    dz = a[..., 2] - b[..., 2]
    return np.asarray(np.sqrt(dx * dx + dy * dy + dz * dz))


def nearest_on_segments(points: Floats, starts: Floats, ends: Floats) -> tuple[Floats, Floats]:
    """Where points come nearest to their segments: share of the way 0..1 and distance in km, each [m].

    Good for segments of up to some hundred km, where the chord and the arc are the same to a metre or two.
    """
    along = ends - starts
    length = _sum_of_three(along * along)
    share = _sum_of_three((points - starts) * along) / np.maximum(length, 1e-18)
    share = np.clip(share, 0.0, 1.0)
    foot = starts + share[:, None] * along
    foot = foot / np.sqrt(_sum_of_three(foot * foot))[:, None]
    return share, apart_km(points, foot)


def _sum_of_three(parts: Floats) -> Floats:
    """Sums of rows [m, 3], added in the order of ``sum(axis=1)`` in less than half its time."""
    total: Floats = parts[:, 0] + parts[:, 1] + parts[:, 2]
    return total
