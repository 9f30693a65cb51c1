"""The offers for one demand in the order that serves both sides best, with the account of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.models import Demand, Match
from matchmaker.services import knowledge, layers, profiles
from matchmaker.services.calendar import today
from matchmaker.services.market import open_demands
from scoring.columns import DemandColumns, OfferColumns
from scoring.interest import MutualWeights, shares
from scoring.mutual import mutual_ranking

TOP = 20  # offers shown


@dataclass(frozen=True)
class Mutual:
    """One pair, in micro-units: ``mutual`` is ``buyer`` (a share of the score) plus ``producer`` (a share of
    the producer's ``interest``).

    ``demand_rank`` is the demand's place among all open demands that the offer fits, for both sides.
    """

    match: Match
    score: int
    interest: int
    buyer: int
    producer: int
    parts: Mapping[str, int]
    demand_rank: int

    @property
    def mutual(self) -> int:
        """What the pair is worth to both."""
        return self.buyer + self.producer


def for_demand(demand: Demand, matches: Sequence[Match]) -> list[Mutual]:
    """The eligible ones of a demand's ``matches`` by what they are worth to both sides, at most ``TOP``.

    Judged anew, with the profile in use, for the stored evidence holds the buyer's side alone.
    """
    fitting = {match.offer_id: match for match in matches if match.eligible and match.current}
    if not fitting:
        return []
    context, profile, weights = knowledge.context(today()), profiles.active(), MutualWeights()
    offers = [layers.offer(match.offer.parsed, match.offer.doubts) for match in fitting.values()]
    index = OfferColumns.build(offers, context)
    wanted = layers.demand(demand.parsed, demand.doubts)
    alone = DemandColumns.build([wanted], context)
    best = mutual_ranking(index, alone, context, profile, weights, top=TOP)
    ids = np.unique(best.offer)
    shown = index.take(np.searchsorted(index.id_array, ids).astype(np.int32))
    others = [row for row in open_demands() if row.id != demand.id]
    everything = DemandColumns.build([wanted, *others], context)
    ranked = mutual_ranking(shown, everything, context, profile, weights)
    places = {
        ranked.offer[i]: int(ranked.demand_rank[i]) for i in np.flatnonzero(ranked.demand == 0).tolist()
    }
    buyers, producers = shares(best.score, best.interest, weights)
    return [
        Mutual(
            match=fitting[str(best.offer[i])],
            score=int(best.score[i]),
            interest=int(best.interest[i]),
            buyer=int(buyers[i]),
            producer=int(producers[i]),
            parts={name: int(part[i]) for name, part in best.components.items()},
            demand_rank=places[best.offer[i]],
        )
        for i in range(len(best))
    ]
