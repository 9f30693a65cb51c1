"""Pooling measured: quality against the best single producer and a greedy fill, and how cost grows with size.

    python tests/benchmarks/pooling.py [--demands 200] [--sizes 100,300,1000,3000,10000] [--whole] [--brute
    1000]

Records are generated from the tables of products and places, the same for the same seed. Every pool is
checked by ``pool_checks``, which reads records alone and shares nothing with the solver. ``--whole`` also
times the command itself, reading its files included; ``--brute`` holds the solver against going through
everything.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from matchmaker.services import reference, understanding
from scoring.columns import OfferColumns
from scoring.pooling import Pool, fill
from scoring.pooling.candidates import judged
from scoring.profile import Profile
from seeds import reference as table
from tests.benchmarks.pool_checks import faults

TODAY = date(2026, 11, 26)
Record = dict[str, Any]
PRODUCTS = (
    "mận hậu",
    "vải thiều",
    "mật ong hoa nhãn",
    "măng khô",
    "miến dong",
    "gạo Séng Cù",
    "chè Shan tuyết",
)
SITES = ("Sơn La", "Mộc Châu", "Bắc Hà", "Đồng Văn", "Bắc Kạn", "Lạng Sơn", "Lục Ngạn", "Điện Biên Phủ")


class Trade:
    """Draws demands too large for one producer, and offers of which most are near one another."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.places = [row for row in table("places") if row["lat"]]

    def market(
        self, offers: int, dense: float = 0.6, months: int | None = None
    ) -> tuple[Record, list[Record]]:
        """A demand and so many offers, a share ``dense`` of them around one place."""
        draw = self.draw
        product = draw.choice(PRODUCTS)
        first = draw.randint(1, 12)
        wanted = [(first + i - 1) % 12 + 1 for i in range(months or draw.randint(1, 6))]
        centre = draw.choice(self.places)
        made = [self._offer(f"o{i:05d}", product, wanted, centre, dense) for i in range(offers)]
        need = max(2.0, round(draw.uniform(3, 15) * draw.choice((1, 1, 2)), 1))
        demand = {
            "id": "d", "buyer": "Siêu thị (mẫu)", "channel": "supermarket", "product": product,
            "quantity": need if draw.random() < 0.7 else need * len(wanted), "unit": "tấn",
            "per": "month", "months": wanted, "price_max": 60_000, "price_unit": "kg",
            "price_basis": "delivered", "required_certificates": draw.choice(([], ["ATTP"], ["VIETGAP"])),
            "invoice_required": draw.random() < 0.7, "min_lot_kg": draw.choice((None, 200, 500, 1000)),
            "pooling_allowed": True, "place": {"lat": 21.03, "lon": 105.85},
        }  # fmt: skip
        if draw.random() < 0.25:
            demand |= {"per": "total", "quantity": need * len(wanted)}
        return demand, made

    def _offer(
        self, name: str, product: str, wanted: list[int], centre: dict[str, str], dense: float
    ) -> Record:
        draw = self.draw
        base = centre if draw.random() < dense else draw.choice(self.places)
        price = draw.randint(14, 34) * 1000
        keeps = draw.random() < 0.8
        return {
            "id": name, "producer": draw.choice(("HTX", "THT", "Hộ", "Công ty")) + f" {name} (mẫu)",
            "product": product, "quantity": round(draw.lognormvariate(0.3, 0.8), 1), "unit": "tấn",
            "per": draw.choice(("month", "month", "month", "season", "week")),
            "months": wanted if keeps else sorted(draw.sample(wanted, draw.randint(1, len(wanted)))),
            "price_min": price, "price_max": price + 2000, "price_unit": "kg", "price_basis": "farm_gate",
            "certificates": [c for c in ("ATTP", "VIETGAP") if draw.random() < 0.8],
            "invoice": draw.choice(("HDDT", "HDDT", "HDDT_MTT", "BANG_KE")), "storage": "chilled",
            "min_order_kg": draw.choice((50, 100, 300, 500)),
            "place": {
                "lat": round(float(base["lat"]) + draw.uniform(-0.4, 0.4), 3),
                "lon": round(float(base["lon"]) + draw.uniform(-0.4, 0.4), 3),
            },
        }  # fmt: skip


def understood(demand: Record, offers: list[Record]) -> tuple[Any, list[Any]]:
    """Both sides as scoring sees them."""
    known = reference.load_reference()
    return understanding.demand_from(demand, known, TODAY), [
        understanding.offer_from(each, known, TODAY) for each in offers
    ]


def quality(demands: int, seed: int) -> None:
    """Fill of the pool, of the best single producer and of greedy fills, over generated demands."""
    trade, context, profile = Trade(seed), reference.scoring_context(TODAY), Profile.default()
    rows: list[tuple[float, float, float, float]] = []
    more: list[float] = []
    checked = wrong = 0
    gaps = []
    for _ in range(demands):
        record, made = trade.market(60)
        demand, offers = understood(record, made)
        index = OfferColumns.build(offers, context)
        pool = fill(demand, index, context, profile=profile)
        quick = fill(demand, index, context, profile=profile, seconds=0.0)
        score = by_score(demand, index)
        rows.append((pool.fill, single(pool), score, quick.fill))
        gaps.append(pool.gap)
        if pool.members and quick.fill == pool.fill and pool.cost and quick.cost:
            more.append(quick.cost / pool.cost - 1)
        checked += 1
        found = faults(record, {each["id"]: each for each in made}, pool.as_record(), TODAY)
        wrong += bool(found)
        if found:
            print("   broken:", found[:3])
    names = ("pool", "best single producer", "greedy by score", "own heuristic")
    for name, values in zip(names, zip(*rows, strict=True), strict=True):
        full = sum(value >= 1 - 1e-9 for value in values)
        print(f"{name:22s} mean fill {statistics.mean(values):.3f}, full {full} of {len(values)}")
    print(f"the heuristic costs {100 * statistics.mean(more):.2f} % more where it fills as much")
    print(f"gap at most {max(gaps):.4f}; pools that break a rule: {wrong} of {checked}")


def single(pool: Pool) -> float:
    """What the best single producer fills."""
    return next((each.facts["fill"] for each in pool.reasons if each.code == "best_single"), 0.0)


def by_score(demand: Any, index: OfferColumns) -> float:
    """A greedy fill: down the ranking without the volume, as much of each near the first as fits."""
    context = reference.scoring_context(TODAY)
    found = judged(demand, index, context, Profile.default(), full=False)
    need = found.need
    assert need is not None
    possible = [each for each in found.candidates if each.possible]
    if not possible:
        return 0.0
    first = possible[0].offer.place
    open_ = {0: need.total} if need.whole else dict.fromkeys(need.months, need.rate)
    for each in possible:
        place = each.offer.place
        if abs((place.lat or 0) - (first.lat or 0)) + abs((place.lon or 0) - (first.lon or 0)) > 1.0:
            continue
        left = each.total
        for month, amount in each.capacity.items():
            key = 0 if need.whole else month
            take = min(amount, open_[key], left)
            if take >= each.least:
                open_[key] -= take
                left -= take
    return 1 - sum(open_.values()) / need.total


def growth(sizes: list[int], whole: bool) -> None:
    """Seconds and gap by the number of offers of the product, over twelve months."""
    context, profile = reference.scoring_context(TODAY), Profile.default()
    print(" offers  dense  index s  fill s  members   fill  gap of each objective")
    for size, dense in ((size, dense) for size in sizes for dense in (0.3, 0.95)):
        record, made = Trade(size).market(size, dense, 12)
        record |= {"quantity": 40 if dense < 0.5 else 120, "per": "month"}
        demand, offers = understood(record, made)
        start = time.perf_counter()
        index = OfferColumns.build(offers, context)
        built = time.perf_counter() - start
        start = time.perf_counter()
        pool = fill(demand, index, context, profile=profile)
        took = time.perf_counter() - start
        told = {p.objective: round(p.gap, 4) for p in pool.proofs}
        print(
            f"{size:7d} {dense:6.2f} {built:8.2f} {took:7.2f} {len(pool.members):8d} {pool.fill:6.3f} "
            f"{told} faults {len(faults(record, {e['id']: e for e in made}, pool.as_record(), TODAY))}"
        )
        if whole:
            print(f"        the command: {command_seconds(record, made):.2f} s")


def command_seconds(demand: Record, offers: list[Record]) -> float:
    """Wall time of ``matchmaker pool`` on files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "demand.jsonl", Path(folder) / "offers.jsonl"
        paths[0].write_text(json.dumps(demand) + "\n", "utf-8")
        paths[1].write_text("".join(json.dumps(each) + "\n" for each in offers), "utf-8")
        asked = ["--demand", str(paths[0]), "--offers", str(paths[1]), "--today", TODAY.isoformat()]
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "matchmaker.cli", "pool", *asked], check=False, capture_output=True
        )
        return time.perf_counter() - start


def brute(instances: int) -> None:
    """The solver beside going through everything, on small random puzzles."""
    from tests.scoring.pooling.brute import random_puzzle
    from tests.scoring.pooling.test_solving import differences

    start, bad = time.perf_counter(), 0
    for seed in range(instances):
        found = differences(random_puzzle(random.Random(seed)))
        bad += bool(found)
        if found:
            print("   seed", seed, found)
    took = time.perf_counter() - start
    print(f"{instances - bad} of {instances} equal going through everything ({took:.0f} s)")


def chances(pools: int) -> Iterator[str]:
    """The exact chance of delivery beside simulations."""
    from tests.scoring.pooling.test_reliability import simulated_difference

    worst = max(simulated_difference(seed) for seed in range(pools))
    yield f"chance of delivery: at most {100 * worst:.2f} points from 200,000 simulations, over {pools} pools"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--demands", type=int, default=200)
    parser.add_argument("--sizes", default="100,300,1000,3000,10000")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--brute", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",") if size]
    if sizes:
        growth(sizes, given.whole)
    if given.demands:
        quality(given.demands, given.seed)
        print(*chances(40), sep="\n")
    if given.brute:
        brute(given.brute)


if __name__ == "__main__":
    main()
