import numpy as np
import pytest

from scoring.candidates import Market
from scoring.columns import DemandColumns, OfferColumns
from scoring.interest import PARTS, MutualWeights, interest, part_effect, shares
from scoring.mutual import best_demands, mutual_ranking
from scoring.ranking import rank
from tests.scoring.markets import market


@pytest.fixture
def sides(trade, offer, demand):
    offers, demands = market(offer, demand, n=300, m=40, seed=5)
    return OfferColumns.build(offers, trade), DemandColumns.build(demands, trade)


@pytest.fixture
def worth(trade, profile, offer, demand):
    """The interest of a producer in one demand, by its parts, 0..1."""

    def of(offered=None, wanted=None):
        sides = (
            DemandColumns.build([demand(**wanted or {})], trade),
            OfferColumns.build([offer(**offered or {})], trade),
        )
        (pairs,) = Market.of(*sides, trade, profile).candidates(10, all_pairs=True)
        _, parts = interest(pairs, profile, MutualWeights())
        return {name: float(part[0]) / 1e6 for name, part in parts.items()}

    return of


def test_the_mutual_score_is_the_sum_of_two_rows_and_interest_of_its_effects(trade, profile, sides):
    found = mutual_ranking(*sides, trade, profile)
    weights = MutualWeights()
    buyers, theirs = shares(found.score, found.interest, weights)
    assert len(found) > 10
    assert (buyers + theirs).tolist() == found.mutual.tolist()
    effects = sum(part_effect(name, found.components[name], weights) for name in PARTS)
    assert (weights.base_micro + effects).tolist() == found.interest.tolist()
    assert found.interest.min() >= 0
    assert found.interest.max() <= 1_000_000


def test_ranks_of_both_sides_are_those_of_a_plain_comparison(trade, profile, sides):
    index, demands = sides
    found = mutual_ranking(index, demands, trade, profile)
    matches = rank(demands.records, index, trade, profile)
    by_score = {(m.demand, m.offer): m.rank for m in matches if m.eligible}
    rows = list(zip(found.demand.tolist(), found.offer.tolist(), found.mutual.tolist(), strict=True))
    assert {(demands.ids[d], o) for d, o, _ in rows} == set(by_score)
    assert rows == sorted(rows, key=lambda row: (-row[2], row[0], row[1]))
    for (d, o, _), offer_rank, demand_rank in zip(rows, found.offer_rank, found.demand_rank, strict=True):
        assert offer_rank == by_score[demands.ids[d], o]
        theirs = sorted((-mutual, row) for row, other, mutual in rows if other == o)
        assert demand_rank == [row for _, row in theirs].index(d) + 1


def test_the_top_of_a_demand_is_the_top_of_its_whole_list(trade, profile, sides):
    index, demands = sides
    whole = mutual_ranking(index, demands, trade, profile)
    best = mutual_ranking(index, demands, trade, profile, top=2)
    assert len(best) < len(whole)
    rows = list(zip(whole.demand, whole.offer, whole.demand_rank.tolist(), strict=True))
    expected = [row for i, row in enumerate(rows) if (whole.demand[:i] == row[0]).sum() < 2]
    assert list(zip(best.demand, best.offer, best.demand_rank.tolist(), strict=True)) == expected


def test_best_demands_of_an_offer_are_its_pairs_of_the_mutual_view(trade, profile, sides):
    index, demands = sides
    whole = mutual_ranking(index, demands, trade, profile)
    offer = str(whole.offer[0])
    rows = np.flatnonzero(whole.offer == offer)
    found = best_demands(index, demands, offer, trade, profile, top=3)
    for name in ("demand", "score", "interest", "mutual", "offer_rank", "demand_rank"):
        assert getattr(found, name).tolist() == getattr(whole, name)[rows][:3].tolist()
    assert found.demand_rank.tolist() == list(range(1, len(found) + 1))
    with pytest.raises(KeyError):
        best_demands(index, demands, "nobody", trade, profile)


def test_a_higher_ceiling_a_larger_part_early_payment_and_a_near_buyer_are_worth_more(worth):
    plain = worth()
    assert worth(wanted={"price_max": 40000})["margin"] > plain["margin"]
    assert worth(wanted={"quantity": 29})["uptake"] > plain["uptake"]
    assert worth(wanted={"quantity": 400})["uptake"] == 1
    assert worth(wanted={"payment_days": 0})["terms"] == 1 > worth(wanted={"payment_days": 45})["terms"]
    assert worth(wanted={"payment_days": 0, "returns": True})["terms"] == 0.5


def test_what_is_not_said_is_neutral_to_the_producer(worth):
    silent = worth(
        {"price_min": None, "price_max": None, "quantity": None}, {"price_max": None, "quantity": None}
    )
    assert (silent["margin"], silent["uptake"], silent["terms"]) == (0.5, 0.5, 0.5)


def test_weights_that_make_no_whole_are_refused():
    with pytest.raises(ValueError, match="must sum"):
        MutualWeights({"margin": 500, "uptake": 300, "terms": 200, "way": 100})
    with pytest.raises(ValueError, match="out of range"):
        MutualWeights(producer=1001)


def test_nothing_to_rank_gives_nothing(trade, profile, offer, demand):
    sides = OfferColumns.build([], trade), DemandColumns.build([demand()], trade)
    assert len(mutual_ranking(*sides, trade, profile)) == 0
