"""How fast ranking is: `python tests/benchmarks/rank_speed.py [DEMANDS OFFERS]` (2000 20000).

Measures on a generated market, in one run:

- the whole command `matchmaker rank`: reading, checking, understanding, ranking, reasons, writing;
- the engine: from the arrays of both sides to the best 20 of every demand with score and vetoes;
- a plain Python loop over rapidfuzz, on a sample of the same pairs: text, common months and volume only.

Times are of the processor (user and system), because other programs may be running. As in the command, the
collector of garbage is off, and what all rankings share (lexicon, roads) is built beforehand.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generate import write
from rapidfuzz.fuzz import token_set_ratio

from matchmaker.exchange.record_files import checked_records
from matchmaker.schemas.demands import DemandSchema
from matchmaker.schemas.offers import OfferSchema
from matchmaker.services import reference, understanding
from scoring.columns import DemandColumns, OfferColumns
from scoring.context import Context
from scoring.profile import Profile
from scoring.ranking import Ranking, rank_all

SAMPLE = 400_000  # pairs of the loop over rapidfuzz
TOP = 20
DAY = date(2026, 11, 21)


def timed(work: Callable[[], object]) -> float:
    """Processor seconds of some work in this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def command(demands: Path, offers: Path, out: Path) -> float:
    """Seconds by the clock of the whole command."""
    started = time.perf_counter()
    call = [sys.executable, "-m", "matchmaker.cli", "rank", "--top", str(TOP), "--today", DAY.isoformat()]
    with out.open("wb") as stream:
        subprocess.run([*call, "--offers", str(offers), "--demands", str(demands)], stdout=stream, check=True)
    return time.perf_counter() - started


def plain_loop(demands: Path, offers: Path) -> tuple[int, float]:
    """Pairs and seconds of the loop that one would write first: text likeness, common months, volume."""
    wanted = [json.loads(line) for line in demands.read_text("utf-8").splitlines()]
    given = [json.loads(line) for line in offers.read_text("utf-8").splitlines()]
    wanted = wanted[: max(1, SAMPLE // len(given))]
    started = time.process_time()
    for demand in wanted:
        scored = []
        for offer in given:
            text = token_set_ratio(demand["product"], offer["product"]) / 100
            months = len(set(demand["months"]) & set(offer["months"])) / max(len(demand["months"]), 1)
            volume = min(1.0, offer["quantity"] / demand["quantity"])
            scored.append((text * months * volume, offer["id"]))
        scored.sort(reverse=True)
        del scored[TOP:]
    return len(wanted) * len(given), time.process_time() - started


class Engine:
    """The arrays of a market, and ranking over them."""

    def __init__(self, demands: Path, offers: Path) -> None:
        known = reference.load_reference()
        self.context: Context = reference.scoring_context(DAY)
        wares, wants = OfferSchema(keep_unknown=True), DemandSchema(keep_unknown=True)
        self.offers = [
            understanding.offer_from(line.record, known, DAY)
            for line in checked_records(str(offers), wares)
            if line.record
        ]
        self.demands = [
            understanding.demand_from(line.record, known, DAY)
            for line in checked_records(str(demands), wants)
            if line.record
        ]
        self.profile = Profile.default()
        self.context.prepare()
        self.built = timed(self._build)

    def _build(self) -> None:
        self.index = OfferColumns.build(self.offers, self.context)
        self.columns = DemandColumns.build(self.demands, self.context)

    def rank(self) -> Ranking:
        """The best of every demand."""
        return rank_all(self.index, self.columns, self.context, self.profile, TOP)


def main() -> None:
    """Generates, measures, prints."""
    n_demands, n_offers = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (2000, 20_000)
    n_pairs = n_demands * n_offers
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        demands, offers = write(Path(folder), n_demands, n_offers)
        out = Path(folder) / "matches.jsonl"
        seconds = command(demands, offers, out)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        matches = sum(1 for _ in out.open("rb"))
        pairs, loop_seconds = plain_loop(demands, offers)
        engine = Engine(demands, offers)
    first = timed(engine.rank)
    again = min(timed(engine.rank) for _ in range(3))
    plain, whole = pairs / loop_seconds, used.ru_utime + used.ru_stime
    print(f"{n_demands} demands x {n_offers} offers, top {TOP}: {matches} matches")
    print(f"whole command       {seconds:6.1f} s by the clock, {whole:.1f} s of processor, "
          f"peak {used.ru_maxrss / 1024:,.0f} MB")  # fmt: skip
    print(f"engine              {first:6.2f} s the first time, {again:.2f} s again "
          f"(arrays built before in {engine.built:.1f} s)")  # fmt: skip
    print(f"loop over rapidfuzz {n_pairs / plain:6.0f} s for all pairs ({plain:,.0f} pairs/s on {pairs:,}): "
          f"three factors, no vetoes, no reasons")  # fmt: skip
    print(f"whole command against the loop {n_pairs / whole / plain:8.1f} x")
    print(f"engine against the loop        {n_pairs / first / plain:8.1f} x the first time, "
          f"{n_pairs / again / plain:.1f} x again")  # fmt: skip


if __name__ == "__main__":
    main()
