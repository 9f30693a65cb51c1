"""How far a backend's road km are from known ones, beside the great circle × 1.3 in the same run.

    python tests/benchmarks/route_accuracy.py PAIRS.csv [--backend network|great_circle] [--worst N]

PAIRS.csv has the columns from_name, to_name, km and, if it likes, mode (road or ferry). Names are resolved as
the route command does. Prints the median and the 90th percentile of the error in per cent of the known km.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from matchmaker.intake.gazetteer import Gazetteer
from scoring.logistics import Backend, Network
from scoring.logistics.great_circle import GreatCircle
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


if __name__ == "__main__":
    main()
