"""How fast `matchmaker rank` is: `python tests/benchmarks/rank_speed.py [DEMANDS OFFERS]` (2000 20000).

Runs the whole command on a generated market (reading, checking, ranking, top 20, writing) and, in the same
run, a plain Python loop over rapidfuzz on a sample of the same pairs. Prints pairs per second of both,
their ratio and the peak memory of the command.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import write
from rapidfuzz.fuzz import token_set_ratio

SAMPLE = 400_000  # pairs of the plain loop
TOP = "20"


def command(demands: Path, offers: Path, out: Path) -> float:
    """Seconds of the whole command."""
    started = time.perf_counter()
    call = [sys.executable, "-m", "matchmaker.cli", "rank", "--top", TOP, "--today", "2026-11-21"]
    with out.open("wb") as stream:
        subprocess.run([*call, "--offers", str(offers), "--demands", str(demands)], stdout=stream, check=True)
    return time.perf_counter() - started


def plain_loop(demands: Path, offers: Path) -> tuple[int, float]:
    """Pairs and seconds of the loop that one would write first: text likeness, common months, volume."""
    wanted = [json.loads(line) for line in demands.read_text("utf-8").splitlines()]
    given = [json.loads(line) for line in offers.read_text("utf-8").splitlines()]
    wanted = wanted[: max(1, SAMPLE // len(given))]
    started = time.perf_counter()
    for demand in wanted:
        scored = []
        for offer in given:
            text = token_set_ratio(demand["product"], offer["product"]) / 100
            months = len(set(demand["months"]) & set(offer["months"])) / max(len(demand["months"]), 1)
            volume = min(1.0, offer["quantity"] / demand["quantity"])
            scored.append((text * months * volume, offer["id"]))
        scored.sort(reverse=True)
        del scored[int(TOP) :]
    return len(wanted) * len(given), time.perf_counter() - started


def main() -> None:
    """Generates, measures, prints."""
    n_demands, n_offers = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (2000, 20_000)
    with tempfile.TemporaryDirectory() as folder:
        demands, offers = write(Path(folder), n_demands, n_offers)
        out = Path(folder) / "matches.jsonl"
        seconds = command(demands, offers, out)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        matches = sum(1 for _ in out.open("rb"))
        pairs, loop_seconds = plain_loop(demands, offers)
    ours, plain = n_demands * n_offers / seconds, pairs / loop_seconds
    print(f"{n_demands} demands x {n_offers} offers, top {TOP}: {matches} matches")
    print(f"whole command {seconds:.1f} s, of which processor {used.ru_utime + used.ru_stime:.1f} s")
    print(f"matchmaker rank     {ours:>12,.0f} pairs/s, peak {used.ru_maxrss / 1024:,.0f} MB")
    print(f"loop over rapidfuzz {plain:>12,.0f} pairs/s (on {pairs:,} pairs, three factors, no reasons)")
    print(f"ratio               {ours / plain:>12,.1f}")


if __name__ == "__main__":
    main()
