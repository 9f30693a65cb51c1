from dataclasses import replace

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.columns import DemandColumns, OfferColumns
from scoring.ranking import rank_all
from scoring.standing import Standing
from tests.scoring.markets import market


def rows(ranking):
    return [getattr(ranking, name).tolist() for name in ("demand", "offer", "score", "vetoes")]


WAYS = (
    *(None, {"quantity": 5}, {"price_min": 9000, "price_max": 9000}, {"product": "vải thiều"}),
    *({"product": "gạo"}, {"certificates": ()}, {"months": (6,)}, {"id": "o0155"}, {"id": "x"}),
)
CHANGES = st.lists(st.tuples(st.integers(0, 29), st.sampled_from(WAYS)), max_size=8)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES, top=st.integers(1, 7), seed=st.integers(0, 30))
def test_after_any_changes_the_standing_is_the_ranking_from_scratch(
    trade, profile, offer, demand, changes, top, seed
):
    offers, demands = market(offer, demand, n=30, m=10, seed=seed)
    wanted = DemandColumns.build(demands, trade)
    standing = Standing.of(OfferColumns.build(offers, trade), wanted, trade, profile, top)
    at_hand = {each.id: each for each in offers}
    for number, change in changes:
        name = f"o{number:03d}"
        before = standing.ranking
        if change is None:
            at_hand.pop(name, None)
            standing, touched = standing.without(name)
        else:
            changed = replace(at_hand.get(name, offers[number]), **change)
            at_hand[changed.id] = changed
            standing, touched = standing.with_offer(changed)
        scratch = rank_all(OfferColumns.build(list(at_hand.values()), trade), wanted, trade, profile, top)
        assert rows(standing.ranking) == rows(scratch)
        for d in range(len(demands)):
            same = rows(before.take(before.demand == d)) == rows(scratch.take(scratch.demand == d))
            assert same == (d not in touched)


def test_the_next_best_comes_in_where_an_offer_leaves_a_full_list(trade, profile, offer, demand):
    offers = [offer(id=f"o{i}", price_min=20000 + i, price_max=20000 + i) for i in range(4)]
    index, wanted = OfferColumns.build(offers, trade), DemandColumns.build([demand()], trade)
    standing = Standing.of(index, wanted, trade, profile, top=2)
    assert standing.ranking.offer.tolist() == ["o0", "o1"]
    standing, touched = standing.without("o0")
    assert standing.ranking.offer.tolist() == ["o1", "o2"]
    assert touched.tolist() == [0]
    standing, touched = standing.without("o3")
    assert touched.tolist() == []
    standing, _ = standing.with_offer(offers[0])
    assert standing.ranking.offer.tolist() == ["o0", "o1"]
    assert np.array_equal(standing.ranking.offer, Standing.of(index, wanted, trade, profile, 2).ranking.offer)


def test_offers_that_leave_rank_nothing_again_until_the_spare_places_are_used_up(
    trade, profile, offer, demand, monkeypatch
):
    offers = [offer(id=f"o{i}", price_min=20000 + i, price_max=20000 + i) for i in range(8)]
    index, wanted = OfferColumns.build(offers, trade), DemandColumns.build([demand()], trade)
    standing = Standing.of(index, wanted, trade, profile, top=2)
    again = []
    ranked = Standing._ranked
    monkeypatch.setattr(Standing, "_ranked", lambda self, rows: again.append(rows) or ranked(self, rows))
    counts = []
    for i in range(6):
        standing, _ = standing.without(f"o{i}")
        assert standing.ranking.offer.tolist() == [f"o{i + 1}", f"o{i + 2}"]
        counts.append(len(again))
    assert counts == [0, 0, 1, 1, 1, 2]
