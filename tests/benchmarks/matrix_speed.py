"""A 1,000 × 1,000 matrix with km by class of road beside geopy's geodesic over the same pairs, in one run.

    python tests/benchmarks/matrix_speed.py [--side N] [--geodesic PAIRS]

The places are communes of today, no two the same. Told are both the first question, which finds tables and
ways into the network, and the next, as a service asks it; ``--geodesic`` times so many of the pairs and
reckons up (0: all).
"""

from __future__ import annotations

import argparse
import random
import time

from geopy.distance import geodesic

from matchmaker.intake.places_units import read_admin_map
from scoring.logistics import Network
from scoring.records import Place
from seeds import reference

_SEED = 20261126


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--side", type=int, default=1000)
    arguments.add_argument("--geodesic", type=int, default=0)
    given = arguments.parse_args()
    communes = read_admin_map().communes
    chosen = random.Random(_SEED).sample(communes, 2 * given.side)
    places = [Place(lat=c.lat, lon=c.lon, commune=c.name, level="commune") for c in chosen]
    origins, destinations = places[: given.side], places[given.side :]
    network = Network.from_rows(*(reference(name) for name in ("places", "roads", "coefficients")))
    first = time.perf_counter()
    network.by_class(origins, destinations)
    began = time.perf_counter()
    cold = began - first
    kilometres = network.by_class(origins, destinations)
    ours = time.perf_counter() - began
    pairs = [(o, d) for o in origins for d in destinations]
    timed = pairs[: given.geodesic or len(pairs)]
    began = time.perf_counter()
    for o, d in timed:
        geodesic((o.lat, o.lon), (d.lat, d.lon)).km  # noqa: B018
    theirs = (time.perf_counter() - began) * len(pairs) / len(timed)
    print(f"{given.side} x {given.side} with km by class ({', '.join(kilometres)}): {ours:.2f} s")
    print(f"the first time, with tables and ways into the network: {cold:.2f} s")
    print(
        f"geopy geodesic over the same pairs ({len(timed)} of {len(pairs)} timed): {theirs:.1f} s, "
        f"{theirs / ours:.0f} times as long, {theirs / cold:.0f} times the first time"
    )


if __name__ == "__main__":
    main()
