"""The small trade of scoring on straight roads: any two places are joined, at 1.4 times the distance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest

from scoring.context import Context
from scoring.logistics.distance import great_circle_km, unit_vectors
from scoring.logistics.routes import RouteMatrix, Rows
from scoring.product import Lexicon, ProductMatcher
from scoring.records import Place
from scoring.units import Units
from tests.scoring.conftest import CERTIFICATES, MARKETS, PRODUCTS, TODAY, UNITS

HANDLING, SPEED, VND_KM = 2.0, 40.0, 5.0


class Straight:
    """A backend of routes: 40 km/h, two hours of loading and unloading, five đồng a kilogram and km."""

    def matrix(self, origins: Sequence[Place], destinations: Sequence[Place], *rest: Any, **more: Any) -> Any:
        known = np.array([[a.lat is not None and b.lat is not None for b in destinations] for a in origins])
        spots = [
            unit_vectors([(p.lat or 0.0, p.lon or 0.0) for p in side]) for side in (origins, destinations)
        ]
        km = np.where(known, 1.4 * great_circle_km(*spots), np.nan).astype(np.float32)
        hours, cost = km / SPEED + HANDLING, km * VND_KM
        none = np.zeros(km.shape, dtype=np.bool_)
        return RouteMatrix(
            km, hours, hours, cost, cost, none, none, np.where(known, 0, 1).astype(np.uint8), hours
        )

    def ends(self, places: Sequence[Place]) -> tuple[Place, ...]:
        return tuple(places)

    def between(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        row: Rows,
        column: Rows,
        *r: Any,
        **m: Any,
    ) -> RouteMatrix:
        return self.matrix(origins, destinations).pick(row, column)


@pytest.fixture(scope="session")
def trade() -> Context:
    return context_on(TODAY)


def context_on(today: date) -> Context:
    """The small trade on straight roads, judged on a day."""
    matcher = ProductMatcher(Lexicon.from_rows(PRODUCTS))
    return Context.build(matcher, Straight(), Units.from_rows(UNITS), CERTIFICATES, MARKETS, today)  # type: ignore[arg-type]
