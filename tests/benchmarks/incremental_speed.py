"""How fast one change is ranked: `python tests/benchmarks/incremental_speed.py [DEMANDS OFFERS [MARKET]]`.

On two generated markets of 10,000 demands and 100,000 offers, ``all`` products and a ``hard`` one of three (a
third of all offers are candidates of every demand), measures beside each other in one run:

- one changed offer, by turns better and worse than before, in all rankings of the best 20 that it enters or
  leaves (``Standing.with_offer``); the offers are such as stand in rankings;
- one demand against all offers, best 20, and the same with reasons;
- what ranking everything anew costs: measured on some of the demands, and scaled to all.

In the hard market the rankings are those over a tenth of the offers, and ranking anew is ranking these:
over all of them 330 million pairs would have to be judged before the first change. An offer that changes is
judged against the demands alone, however many others there are; a list is ranked again only where more have
left it than it has spare places.

It also tells how many bytes an offer takes in the arrays. Times are of the processor; medians.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import numpy as np
from generate import Market, Record

from matchmaker.services import reference, understanding
from scoring.columns import DemandColumns, OfferColumns
from scoring.columns.arrays import Columns
from scoring.profile import Profile
from scoring.ranking import rank_all, rank_block, rank_shards
from scoring.records import Offer
from scoring.standing import Standing

DAY = date(2026, 11, 21)
TOP = 20
CHANGES = 15
SAMPLE = 512  # demands ranked anew, to tell what all would cost
HARD = 3  # products of the hard market
HARD_SHARE = 10  # of its offers one in so many stands in its rankings


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of some work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def said(records: Iterator[Record]) -> Iterator[Record]:
    """Records without what they do not say, as a schema would leave them."""
    for record in records:
        yield {name: value for name, value in record.items() if value is not None}


def bytes_of(columns: Columns) -> int:
    """Bytes of the arrays that have one entry a row; ids, records, texts and ways are not among them."""
    values = [getattr(columns, f.name) for f in fields(columns) if not f.metadata.get("shared")]
    arrays = [array for value in values for array in (value.values() if isinstance(value, dict) else [value])]
    return sum(array.nbytes for array in arrays if isinstance(array, np.ndarray))


class Ranked:
    """A market with all its rankings over the first ``n_ranked`` of its offers."""

    def __init__(self, market: Market, n_demands: int, n_offers: int, n_ranked: int) -> None:
        known, self.context = reference.load_reference(), reference.scoring_context(DAY)
        self.profile = Profile.default()
        self.offers = [understanding.offer_from(each, known, DAY) for each in said(market.offers(n_offers))]
        demands = [understanding.demand_from(each, known, DAY) for each in said(market.demands(n_demands))]
        self.index = OfferColumns.build(self.offers, self.context)
        self.demands = DemandColumns.build(demands, self.context)
        ranked = self.index.take(np.arange(n_ranked, dtype=np.int32)) if n_ranked < n_offers else self.index
        sample = self.demands.take(np.arange(min(SAMPLE, n_demands), dtype=np.int32))
        rank_block(ranked, sample.take(np.arange(1, dtype=np.int32)), self.context, self.profile, TOP)
        self.all = seconds(lambda: rank_all(ranked, sample, self.context, self.profile, TOP))
        self.all *= n_demands / len(sample)
        self.standing = Standing.of(ranked, self.demands, self.context, self.profile, TOP)

    def changes(self) -> tuple[list[float], list[float], list[int]]:
        """Seconds of offers that get better, of offers that get worse, and how many rankings each changed."""
        shown = np.unique(self.standing.ranking.offer)
        names = shown[:: max(1, len(shown) // (2 * CHANGES))][: 2 * CHANGES].tolist()
        held = {offer.id: offer for offer in self.offers}
        times, numbers = [], []
        for i, name in enumerate(names):
            changed = _better(held[name]) if i % 2 == 0 else _worse(held[name])
            started = time.process_time()
            _, touched = self.standing.with_offer(changed)
            times.append(time.process_time() - started)
            numbers.append(len(touched))
        return times[::2], times[1::2], numbers

    def single_demands(self) -> list[tuple[float, float]]:
        """Seconds of one demand against all offers, and with the reasons of what is shown."""
        told = []
        for row in np.linspace(0, len(self.demands) - 1, CHANGES).astype(np.int32):
            alone = self.demands.take(np.array([row], dtype=np.int32))
            arguments: Any = (alone, self.context, self.profile, TOP)
            told.append(
                (
                    seconds(lambda a=arguments: rank_block(self.index, *a)),
                    seconds(lambda a=arguments: rank_shards([self.index], *a)),
                )
            )
        return told


def _better(offer: Offer) -> Offer:
    """The offer with four times the amount for the whole year."""
    return replace(offer, quantity=(offer.quantity or 1) * 4, months=tuple(range(1, 13)))


def _worse(offer: Offer) -> Offer:
    """The offer with half the amount and without papers."""
    return replace(offer, quantity=(offer.quantity or 1) / 2, certificates=())


def report(name: str, market: Market, n_demands: int, n_offers: int, n_ranked: int) -> None:
    """Measures one market and prints it."""
    ranked = Ranked(market, n_demands, n_offers, n_ranked)
    better, worse, numbers = ranked.changes()
    singles = ranked.single_demands()
    print(f"{name}: {n_demands} demands x {n_offers} offers, top {TOP}, {n_ranked} offers in the rankings")
    print(f"  index            {bytes_of(ranked.index) / n_offers:8.0f} bytes an offer in arrays")
    print(f"  everything anew  {ranked.all:8.1f} s (from {min(SAMPLE, n_demands)} demands)")
    for word, times in (("better", better), ("worse", worse)):
        print(f"  an offer {word:7} {_told(times)}; everything anew takes "
              f"{ranked.all / statistics.median(times):,.0f} x as long")  # fmt: skip
    print(f"  rankings changed {statistics.median(numbers):8.0f} by an offer, at most {max(numbers)}")
    print(f"  one demand       {_told([each[0] for each in singles])}")
    print(f"  … with reasons   {_told([each[1] for each in singles])}")


def _told(times: list[float]) -> str:
    return f"{statistics.median(times) * 1e3:8.1f} ms, at most {max(times) * 1e3:.1f}"


def main() -> None:
    """Generates, measures, prints."""
    n_demands, n_offers = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 100_000)
    markets = sys.argv[3:] or ("all", "hard")
    if "all" in markets:
        report("all products", Market(1), n_demands, n_offers, n_offers)
    if "hard" in markets:
        hard = Market(2)
        hard.products = hard.random.sample(hard.products, HARD)
        report(f"{HARD} products", hard, n_demands, n_offers, n_offers // HARD_SHARE)


if __name__ == "__main__":
    main()
