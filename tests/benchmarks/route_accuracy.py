"""How far a backend's road km are from known ones, beside the great circle × 1.3 in the same run.

    python tests/benchmarks/route_accuracy.py PAIRS.csv [--backend NAME] [--worst N] [--villages]

PAIRS.csv has the columns from_name, to_name, km and, if it likes, mode (road or ferry). Names are resolved as
the route command does. Prints the median and the 90th percentile of the error in per cent of the known km.

``--villages`` asks how far the network is off for places that it does not know: each end in turn, and both at
once, are taken out of it as nodes. Their through roads stay (joined end to end), and only the rule of the
first mile leads from the place to them.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np

from matchmaker.intake.gazetteer import Gazetteer
from scoring.logistics import Backend, Network
from scoring.logistics.great_circle import GreatCircle
from scoring.logistics.roads import Edge
from scoring.records import Place
from seeds import reference

Pair = tuple[Place, Place, float, str]


def backend_named(name: str) -> Backend:
    """The backend of that name; others (OSRM, Valhalla) take their place here."""
    if name == "network":
        return Network.from_rows(*(reference(n) for n in ("places", "roads", "coefficients")))
    return GreatCircle()


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file, resolved; a name that is not found is an error."""
    gazetteer = Gazetteer.from_rows(reference("places"), reference("provinces"))

    def place(text: str) -> Place:
        best = gazetteer.resolve(text, endpoint=True).best
        if best is None:
            raise SystemExit(f"not found: {text}")
        return Place(text=text, lat=best.lat, lon=best.lon, terrain=best.terrain, node=best.node)

    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            (place(r["from_name"]), place(r["to_name"]), float(r["km"]), r.get("mode") or "road")
            for r in csv.DictReader(file)
        ]


def without(places: Sequence[Place]) -> Network:
    """The network with those places taken out as nodes, their through roads joined end to end."""
    whole = backend_named("network")
    assert isinstance(whole, Network)
    nodes, edges = list(whole.nodes), list(whole.edges)
    for gone in {place.node for place in places} & {node.id for node in nodes}:
        nodes = [node for node in nodes if node.id != gone]
        meeting = [e for e in edges if gone in (e.a, e.b)]
        edges = [e for e in edges if e not in meeting]
        roads = [e for e in meeting if not e.by_sea]
        edges += [_joined(one, other, gone) for one, other in combinations(roads, 2)]
    return Network(nodes, whole.points, edges, whole.coefficients)


def _joined(one: Edge, other: Edge, through: str) -> Edge:
    ends = [end for e in (one, other) for end in (e.a, e.b) if end != through]
    open_ = [e for e in (one, other) if e.grade != "E"] or [one, other]  # an expressway ends in the town
    like = max(open_, key=lambda e: e.km)
    return replace(like, a=ends[0], b=ends[1], km=one.km + other.km, hours=one.hours + other.hours)


def village_errors(pairs: Sequence[Pair], which: Sequence[int]) -> list[float]:
    """Errors where the ends named (0 the first, 1 the second) are no nodes of the network."""
    found = []
    for *ends, known, mode in pairs:
        network = without([ends[i] for i in which])
        first, second = (replace(p, node="") if i in which else p for i, p in enumerate(ends))
        found += errors(network, [(first, second, known, mode)])
    return found


def errors(backend: Backend, pairs: Sequence[Pair]) -> list[float]:
    """Error of each pair in per cent of the known km; not a number where the backend finds no way."""
    return [
        abs((np.nan if km is None else km) / known - 1.0) * 100.0
        for origin, destination, known, _ in pairs
        for km in [backend.legs(origin, destination).km]
    ]


def line(name: str, found: Iterable[float]) -> str:
    """Name, count, median and 90th percentile of the errors found."""
    values = np.array(list(found), dtype=float)
    told = values[~np.isnan(values)]
    if not len(told):
        return f"{name:24} {len(values):4} pairs, no way found"
    median, ninth = np.percentile(told, [50, 90])
    lost = len(values) - len(told)
    return f"{name:24} {len(values):4} pairs  median {median:5.2f} %  p90 {ninth:5.2f} %  no way {lost}"


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("pairs", type=Path)
    arguments.add_argument("--backend", choices=["network", "great_circle"], default="network")
    arguments.add_argument("--worst", type=int, default=0)
    arguments.add_argument("--villages", action="store_true", help="take the ends out of the network")
    given = arguments.parse_args()
    pairs, backend = read_pairs(given.pairs), backend_named(given.backend)
    for mode in sorted({mode for *_, mode in pairs}, reverse=True):
        chosen = [p for p in pairs if p[3] == mode]
        found = errors(backend, chosen)
        print(line(f"{given.backend}, {mode}", found))
        print(line(f"great circle x 1.3, {mode}", errors(GreatCircle(circuity=1.3), chosen)))
        order = sorted(range(len(chosen)), key=lambda i: -found[i])
        for i in order[: given.worst]:
            print(f"  {found[i]:6.1f} %  {chosen[i][0].text} → {chosen[i][1].text} ({chosen[i][2]:g} km)")
    if given.villages:
        roads = [p for p in pairs if p[3] == "road"]
        either: list[float] = []
        for name, which in (("first end", (0,)), ("second end", (1,)), ("both ends", (0, 1))):
            found = village_errors(roads, which)
            print(line(f"{name} no node", found))
            either += found if len(which) == 1 else []
            for i in sorted(range(len(roads)), key=lambda i: -found[i])[: given.worst]:
                print(f"  {found[i]:6.1f} %  {roads[i][0].text} → {roads[i][1].text} ({roads[i][2]:g} km)")
        print(line("either end no node", either))


if __name__ == "__main__":
    main()
