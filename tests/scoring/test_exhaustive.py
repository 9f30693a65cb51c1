"""The engine gives what the plain exhaustive computation gives, byte for byte."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.services import reference, understanding
from scoring import ranking as ranking_module
from scoring.columns import DemandColumns, OfferColumns
from scoring.profile import VETO_ORDER
from scoring.ranking import merge, rank, rank_block
from tests.benchmarks.generate import Market
from tests.scoring import plain
from tests.scoring.markets import market

DAY = date(2026, 11, 21)


def of_matches(matches):
    return [(m.demand, m.offer, m.rank, m.score_micro, tuple(m.vetoes)) for m in matches]


def of_arrays(ranking, demands):
    columns = (ranking.demand, ranking.offer, ranking.score, ranking.vetoes)
    for (d, offer, score, bits), place in zip(
        zip(*(c.tolist() for c in columns), strict=True), ranking.ranks(), strict=True
    ):
        yield demands[d].id, offer, place, score, [v for i, v in enumerate(VETO_ORDER) if bits >> i & 1]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 10_000),
    top=st.integers(1, 8) | st.none(),
    at_once=st.sampled_from([1, 13, 50_000]),
    order=st.randoms(use_true_random=False),
)
def test_small_markets_of_every_kind(trade, profile, offer, demand, seed, top, at_once, order):
    offers, demands = market(offer, demand, n=14, m=4, seed=seed)
    expected = plain.as_bytes(plain.ranked(demands, offers, trade, profile, top))
    shuffled = offers[:]
    order.shuffle(shuffled)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranking_module, "PAIRS_AT_ONCE", at_once)
        assert plain.as_bytes(of_matches(rank(demands, shuffled, trade, profile, top))) == expected
    wanted = DemandColumns.build(demands, trade)
    shards = [OfferColumns.build(part, trade) for part in (shuffled[:5], shuffled[5:])]
    merged = merge([rank_block(shard, wanted, trade, profile, top) for shard in shards], top)
    assert plain.as_bytes(of_arrays(merged, demands)) == expected


def test_a_market_of_the_real_trade(profile):
    drawn, context = Market(11), reference.scoring_context(DAY)
    known = reference.load_reference()
    products = drawn.random.sample(drawn.products, 6)
    offers = [drawn.offer(f"o{i}", products[i % 6]) for i in range(30)]
    demands = [drawn.demand(f"d{i}", products[i % 6]) for i in range(6)]
    wares = [understanding.offer_from(_said(each), known, DAY) for each in offers]
    wanted = [understanding.demand_from(_said(each), known, DAY) for each in demands]
    expected = list(plain.ranked(wanted, wares, context, profile, 5))
    assert len(expected) > 20
    assert plain.as_bytes(of_matches(rank(wanted, wares, context, profile, 5))) == plain.as_bytes(expected)


def _said(record):
    return {name: value for name, value in record.items() if value is not None}
