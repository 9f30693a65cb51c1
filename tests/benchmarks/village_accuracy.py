"""How far the network is off for places it does not know: its own towns, left out one by one.

    python tests/benchmarks/village_accuracy.py [--towns N] [--worst N]

A town is taken out as a node, its through roads joined end to end; the rule of the first mile alone leads
from it to them. What it then says to twelve other towns 40 to 450 km away is compared with what the whole
network says. So no known distance is needed, and none of those that judge the network is used up.
"""

from __future__ import annotations

import argparse
import random

import numpy as np
from route_accuracy import backend_named, line, without

from scoring.logistics import Network
from scoring.logistics.roads import Node
from scoring.records import Place

_SEED = 5
_OTHERS = 12
_NEAREST_KM, _FARTHEST_KM = 40.0, 450.0
_TOWNS = ("remote_district", "district_town", "node_capital")


def off(whole: Network, town: Node, chance: random.Random) -> list[float]:
    """Errors in per cent from one town to some others when the network does not know it."""
    others = [Place(node=node.id) for node in whole.nodes if node.kind in _TOWNS and node.id != town.id]
    known = whole.matrix([Place(node=town.id)], others)
    fit = (known.km[0] > _NEAREST_KM) & (known.km[0] < _FARTHEST_KM) & ~known.ferry[0]
    chosen = chance.sample(list(np.flatnonzero(fit)), min(_OTHERS, int(fit.sum())))
    village = Place(lat=town.lat, lon=town.lon, terrain=town.terrain)  # type: ignore[arg-type]
    told = without([Place(node=town.id)]).matrix([village], [others[i] for i in chosen])
    return [float(e) for e in np.abs(told.km[0] / known.km[0][chosen] - 1.0) * 100.0]


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--towns", type=int, default=10_000)
    arguments.add_argument("--worst", type=int, default=0)
    given = arguments.parse_args()
    whole, chance = backend_named("network"), random.Random(_SEED)
    assert isinstance(whole, Network)
    towns = [n for n in whole.nodes if n.kind in _TOWNS and n.terrain != "island"]
    chance.shuffle(towns)
    found = {town: off(whole, town, chance) for town in towns[: given.towns]}
    for terrain in sorted({town.terrain for town in found}):
        print(line(terrain, [e for town, errors in found.items() if town.terrain == terrain for e in errors]))
    print(line("all", [e for errors in found.values() for e in errors]))
    for town in sorted(found, key=lambda t: -float(np.median(found[t] or [0.0])))[: given.worst]:
        print(f"  {np.median(found[town]):6.1f} %  {town.name}")


if __name__ == "__main__":
    main()
