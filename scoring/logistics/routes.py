"""What a backend answers: a matrix of many pairs, or one route leg by leg.

Every backend (network, great circle, a routing engine) has ``matrix`` and ``legs`` with these results.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from scoring.logistics.vehicles import Vehicle
from scoring.records import Place

Grid = NDArray[np.float32]
Rows = NDArray[np.int64]
BOATS = ("ferry", "cargo_boat")
OVER_WATER = (*BOATS, "ship")


@dataclass(frozen=True, slots=True)
class RouteMatrix:
    """Routes of every pair, arrays [origins, destinations], or of a list of pairs, arrays [pairs].

    ``km`` over land, water and in the air together (``ferry``: some of it is not over land); ``hours`` from
    door to door, ``hours_hurried`` their middle for goods that spoil (two drivers, where nobody says how
    many); ``cost`` in đ/kg. All are NaN where ``reach`` is not 0 (1: an end is unknown or only a province;
    2: no boat that carries freight goes there).
    """

    km: Grid
    hours_low: Grid
    hours_high: Grid
    cost_low: Grid
    cost_high: Grid
    ferry: NDArray[np.bool_]
    fallback: NDArray[np.bool_]
    reach: NDArray[np.uint8]
    hours_hurried: Grid

    def pick(self, row: Rows, column: Rows) -> RouteMatrix:
        """The routes at those places of the matrix, arrays [pairs]."""
        return RouteMatrix(*(getattr(self, f.name)[row, column] for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Leg:
    """One line of a route: first_mile, road, ferry, cargo_boat, ship, flight, direct or last_mile.

    ``hours`` is driving, or sailing with the usual wait for a boat; ``wait_hours`` is that wait alone and
    ``sailings_per_day`` how often the boat goes (0: not said, or no boat); from ``wind_limit`` (Beaufort) on
    it stays in port. ``risk_months``: storms at sea, landslides on land. ``sums`` is what the leg adds to
    the route, in the order of ``quantities.Q``; ``points`` the named points that it passes (latitude,
    longitude), never the end that is no node.
    """

    mode: str
    origin: str
    destination: str
    km: float
    hours: float
    road: str = ""
    pass_: str = ""
    wait_hours: float = 0.0
    sailings_per_day: float = 0.0
    sums: tuple[float, ...] = ()
    points: tuple[tuple[float, float], ...] = ()
    wind_limit: int = 0
    risk_months: tuple[int, ...] = ()

    @property
    def by_boat(self) -> bool:
        """Whether the goods cross water on a boat that everybody's goods to an island take."""
        return self.mode in BOATS

    @property
    def over_water(self) -> bool:
        """Whether the sea's weather decides about this leg."""
        return self.mode in OVER_WATER


@dataclass(frozen=True, slots=True)
class Route:
    """One way from door to door. ``km`` is None where ``reach`` is not 0 (as in ``RouteMatrix``).

    ``confidence`` is 0..1; ``calibrated`` says whether the cost was fitted to real quotes; ``nights`` is how
    often the truck stands for the driver's rest, low and high.
    """

    km: float | None
    hours_low: float = 0.0
    hours_high: float = 0.0
    cost_low: float = 0.0
    cost_high: float = 0.0
    co2_kg_per_tonne: tuple[float, float] = (0.0, 0.0)
    legs: tuple[Leg, ...] = ()
    confidence: float = 0.0
    fallback: bool = False
    reach: int = 0
    ferry: bool = False
    nights: tuple[int, int] = (0, 0)
    calibrated: bool = False
    gate: bool = False  # an end is a border gate, where trucks queue


class Backend(Protocol):
    """What ranking and the route command ask of whoever knows the way."""

    def matrix(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        storage: str = "ambient",
        vehicle: Vehicle | None = None,
        on: date | None = None,
    ) -> RouteMatrix: ...

    def ends(self, places: Sequence[Place]) -> Any:
        """Places as ``between`` wants them: worked out once, picklable, used for many questions."""

    def joined(self, parts: Sequence[Any]) -> Any:
        """What ``ends`` gives for several lists of places, one list after the other."""

    def between(
        self,
        origins: Any,
        destinations: Any,
        row: Rows,
        column: Rows,
        storage: str = "ambient",
        vehicle: Vehicle | None = None,
        on: date | None = None,
    ) -> RouteMatrix:
        """Routes from origin ``row[i]`` to destination ``column[i]``: those of ``matrix``, arrays [pairs]."""

    def boats(
        self, origins: Any, destinations: Any, row: Rows, column: Rows, on: date | None = None
    ) -> list[tuple[Leg, ...]]:
        """The boats on the way from origin ``row[i]`` to destination ``column[i]``: those of ``legs``."""

    def legs(
        self,
        origin: Place,
        destination: Place,
        vehicle: Vehicle | None = None,
        on: date | None = None,
        storage: str = "ambient",
    ) -> Route: ...
