"""What else than trucks and ferries may carry the goods of an order: a coastal ship, a flight."""

from __future__ import annotations

import re

from scoring.logistics.roads import FLIGHT, SHIP
from scoring.records import Demand
from scoring.units import fold

KEEPS_AT_SEA_DAYS = 10.0  # a coastal voyage with its waiting takes up to a week
FRESH_DAYS = 15.0  # goods that keep longer are not flown
_EXPRESS = re.compile(r"\b(may bay|hang khong|duong bay|hoa toc|air ?freight|by air|air cargo|express)\b")


def allowed(demand: Demand, shelf: float | None, storage: str, kinds: tuple[str, str]) -> tuple[str, ...]:
    """The means beside the road that goods and order allow, in the order in which they are offered.

    A ship: an order for export, or to a seaport, of goods that keep (``shelf``, days; None: not known) and
    are not alive. A flight: an order that says so, one to an airport, or fresh goods of an island or for
    export. ``kinds`` are those of the two ends in the network, "" where an end is none of its places.
    """
    export = demand.channel.startswith("exporter")
    fresh = shelf is not None and shelf <= FRESH_DAYS
    keeps = storage != "live" and (shelf is None or shelf >= KEEPS_AT_SEA_DAYS)
    written = fold(" ".join((demand.delivery_rhythm, demand.spec, demand.description)))
    asked = kinds[1] == "airport" or _EXPRESS.search(written) is not None
    found = []
    if keeps and (export or kinds[1] == "seaport"):
        found.append(SHIP)
    if asked or (fresh and (export or "island" in kinds)):
        found.append(FLIGHT)
    return tuple(found)
